import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { Face } from '#ui/parts/face/face.tsx';
import { useSpoken } from './use-spoken.ts';

/** A calm celebration, the same whatever was answered, and ready for the next child. */
export function ChildEnd({ joined }: { readonly joined: boolean }) {
  const { nextPerson, text } = usePage();
  const heading = useHeadingFocus('end');
  const words = text.t(joined ? 'child.done' : 'child.noThanks');
  useSpoken(joined ? 'thanks' : 'bye', words);
  return (
    <main class="child-screen child-end">
      <div class="child-feast" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
        <Face feeling="happy" />
      </div>
      <div class="child-words">
        <h1 ref={heading} tabIndex={-1}>
          {words}
        </h1>
      </div>
      <div class="child-after">
        <button class="button child-again" type="button" onClick={() => nextPerson()}>
          {text.t('child.nextChild')}
        </button>
      </div>
    </main>
  );
}
