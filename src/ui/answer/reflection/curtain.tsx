import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import './curtain.css';

/**
 * Stands between two colleagues at one tablet: whoever puts it down shows nothing, whoever takes it up draws it aside.
 * What the last one said is gone before it falls.
 */
export function Curtain({
  centre,
  onDraw,
}: {
  readonly centre: string;
  readonly onDraw: () => void;
}) {
  const { text } = usePage();
  const heading = useHeadingFocus('curtain');
  return (
    <main class="curtain">
      <div class="curtain-card">
        <p class="curtain-centre">{centre}</p>
        <h1 ref={heading} tabIndex={-1}>
          {text.form('curtain.title')}
        </h1>
        <p class="curtain-lead">{text.form('curtain.text')}</p>
        <button class="button curtain-button" type="button" onClick={onDraw}>
          {text.form('curtain.draw')}
        </button>
      </div>
    </main>
  );
}
