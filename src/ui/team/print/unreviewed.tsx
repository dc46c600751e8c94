import { answerLanguage } from '#i18n/answer-languages.ts';
import { isReviewed } from '#i18n/paper-texts.ts';
import { useText } from '#ui/parts/text/text.tsx';

/** Which of some languages no native speaker has read yet: for the coordinator, not for the paper. */
export function Unreviewed({ codes }: { readonly codes: readonly string[] }) {
  const { t, formats } = useText();
  const names = codes
    .filter((code) => !isReviewed(code))
    .map((code) => answerLanguage(code)?.name ?? code);
  if (names.length === 0) return null;
  return (
    <p class="print-help">{t('paperWork:print.unreviewed', { languages: formats.list(names) })}</p>
  );
}
