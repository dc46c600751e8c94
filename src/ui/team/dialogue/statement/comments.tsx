import { useText } from '#ui/parts/text/text.tsx';

/** What colleagues wrote when they marked alone: shuffled, without names. Nothing where nobody wrote. */
export function Comments({ comments }: { readonly comments: readonly string[] }) {
  const { t } = useText();
  if (comments.length === 0) return null;
  return (
    <div class="statement-comments">
      <h3>{t('meeting:comments', { count: comments.length })}</h3>
      <p class="statement-help">{t('meeting:commentsHelp')}</p>
      <ul>
        {comments.map((comment, place) => (
          <li key={`${place} ${comment}`}>{comment}</li>
        ))}
      </ul>
    </div>
  );
}
