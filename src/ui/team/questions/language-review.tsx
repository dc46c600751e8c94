import { isReviewed } from '#i18n/paper-texts.ts';
import { useText } from '#ui/parts/text/text.tsx';

/** Says of a language that nobody who speaks it has read its texts; nothing of one that was read. For staff alone. */
export function LanguageReview({ code }: { readonly code: string }) {
  const { t } = useText();
  if (isReviewed(code)) return null;
  return <p class="own-note">{t('questions:languages.notReviewed')}</p>;
}
