import type { Translator } from '#i18n/translator.ts';
import type { RoundView } from '#projections/views.ts';
import { isoWeekOf } from './iso-weeks.ts';

/** When a round is open, as people in Sweden say it: by weeks, and by days. */
export function openWords({ t, formats }: Translator, { opens, closes }: RoundView): string {
  // A day is not to be broken at the end of a line.
  const range = formats.dayRange(opens, closes).replaceAll(' ', '\u00A0');
  const [from, to] = [isoWeekOf(opens), isoWeekOf(closes)];
  return from === to
    ? t('paperWork:print.openWeek', { from, range })
    : t('paperWork:print.openWeeks', { from, to, range });
}
