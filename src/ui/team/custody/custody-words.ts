import type { Formats } from '#i18n/formats.ts';
import type { Translate } from '#i18n/translator.ts';
import type { FormId } from '#instruments/form.ts';

/** "Föräldraenkät 2026": how a form's year is named. */
export function formYearWords(t: Translate, form: FormId, year: number): string {
  return `${t(`forms.${form}`)} ${year}`;
}

const troubles = ['unreachable', 'full', 'tooMany', 'unavailable', 'unauthorized'] as const;
const reasons = ['closed', 'purged', 'conflict', 'tooLarge', 'forbidden'] as const;

/** What stood in the way the last time, in plain words. */
export function troubleWords(t: Translate, code: string): string {
  const known = troubles.find((each) => each === code);
  return known === undefined
    ? t('custody:collected.trouble.other', { code })
    : t(`custody:collected.trouble.${known}`);
}

/** Why the mailbox will not take something, and what can be done. */
export function reasonWords(t: Translate, code: string): string {
  const known = reasons.find((each) => each === code);
  return known === undefined
    ? t('custody:collected.reason.other', { code })
    : t(`custody:collected.reason.${known}`);
}

interface Hours {
  readonly from: string | null;
  readonly to: string;
}

/** An hour or a day of arrivals (`YYYY-MM-DDTHH`, `YYYY-MM-DD`) as one reads it; longer where the device was away. */
export function hoursWords(t: Translate, formats: Formats, { from, to }: Hours): string {
  const [day = '', hour] = to.split('T');
  if (from !== to) {
    const end = pointWords(t, formats, to);
    if (from === null || from === '') return t('custody:arrivals.before', { to: end });
    return t('custody:arrivals.between', { from: pointWords(t, formats, from), to: end });
  }
  if (hour === undefined) return formats.day(day);
  const next = String((Number(hour) + 1) % 24).padStart(2, '0');
  return t('custody:arrivals.hour', { day: formats.dayShort(day), from: hour, to: next });
}

function pointWords(t: Translate, formats: Formats, point: string): string {
  const [day = '', hour] = point.split('T');
  if (hour === undefined) return formats.day(day);
  return t('custody:arrivals.point', { day: formats.dayShort(day), hour });
}
