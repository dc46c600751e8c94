import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { Face } from '#ui/parts/face/face.tsx';

/** An answer that is on this page alone: it must stay open until the mailbox has it. */
export function UnsentScreen() {
  const { text } = usePage();
  const heading = useHeadingFocus('unsent');
  return (
    <div class="unsent">
      <Face feeling="soSo" />
      <h1 ref={heading} tabIndex={-1}>
        {text.t('unsent.title')}
      </h1>
      <p role="status">{text.t('unsent.body')}</p>
      <progress aria-label={text.t('unsent.title')} />
    </div>
  );
}
