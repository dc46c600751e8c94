import type { TypedKit } from '#app/team/key-intents.ts';
import type { Translate } from '#i18n/translator.ts';

/** What is wrong with a kit that was typed, in words. */
export function kitErrorWords(read: Extract<TypedKit, { ok: false }>, t: Translate): string {
  switch (read.why) {
    case 'unknownWord':
      return t('keys:entry.error.unknownWord', { place: read.place, word: read.word });
    case 'count':
      return t('keys:entry.error.count', { count: read.count });
    default:
      return t(`keys:entry.error.${read.why}`);
  }
}

/** How many words stand in a text, numbers and commas left out. */
export function wordsIn(text: string): number {
  return text.match(/[\p{Letter}\p{Mark}]+/gu)?.length ?? 0;
}
