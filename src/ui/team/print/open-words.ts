import type { Translator } from '#i18n/translator.ts';
import type { RoundView } from '#projections/views.ts';
import { isoWeekOf } from './iso-weeks.ts';

/** When a round is open, as people in Sweden say it: by weeks, and by days. */
export function openWords({ t, formats }: Translator, { opens, closes }: RoundView): string {
  const range = formats.dayRange(opens, closes);
  const [from, to] = [isoWeekOf(opens), isoWeekOf(closes)];
  return from === to
    ? t('paperWork:print.openWeek', { from, range })
    : t('paperWork:print.openWeeks', { from, to, range });
}
