import type { Translate } from '#i18n/translator.ts';

/** "För många försök. Vänta 30 sekunder …": rounded up, so that waiting as long as it says is enough. */
export function waitWords(ms: number, t: Translate): string {
  const seconds = Math.ceil(ms / 1_000);
  const time =
    seconds < 60
      ? t('keys:lock.seconds', { count: seconds })
      : t('keys:lock.minutesWait', { count: Math.ceil(seconds / 60) });
  return t('keys:lock.wait', { time });
}
