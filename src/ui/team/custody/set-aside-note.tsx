import { useText } from '#ui/parts/text/text.tsx';

/** Says beside numbers that some answers are not in them. */
export function SetAsideNote({ count }: { readonly count: number }) {
  const { t } = useText();
  return count === 0 ? null : <p class="results-note">{t('custody:aside.note', { count })}</p>;
}
