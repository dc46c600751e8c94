import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { DeliveryStatus } from '#ui/answer/thanks/delivery-status.tsx';
import { Face } from '#ui/parts/face/face.tsx';

/** A calm celebration, the same whatever was answered, and ready for the next child. */
export function ChildEnd({ joined }: { readonly joined: boolean }) {
  const { nextPerson, text } = usePage();
  const heading = useHeadingFocus('end');
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
          {text.t(joined ? 'child.done' : 'child.noThanks')}
        </h1>
      </div>
      <div class="child-after">
        {joined && <DeliveryStatus />}
        <button class="button button-quiet" type="button" onClick={nextPerson}>
          {text.t('child.nextChild')}
        </button>
      </div>
    </main>
  );
}
