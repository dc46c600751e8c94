import type { FormId } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { Face } from '#ui/parts/face/face.tsx';
import { DeliveryStatus } from './delivery-status.tsx';
import './thanks-screen.css';

/** Thanks, shown only when the answer is safe; where it is; and the way for the next person. */
export function ThanksScreen({ form }: { readonly form: FormId }) {
  const { app, nextPerson, text } = usePage();
  const heading = useHeadingFocus('thanks');
  const isReading = app.interview.value;
  const next = () => {
    if (isReading) return text.t('thanks.readNext');
    if (app.mode !== 'tablet') return form === 'parents' ? text.t('thanks.another') : undefined;
    return form === 'reflection' ? text.t('thanks.handOver') : text.t('thanks.nextPerson');
  };
  const label = next();
  return (
    <div class="thanks">
      <Face feeling="happy" />
      <h1 ref={heading} tabIndex={-1}>
        {text.t('thanks.title')}
      </h1>
      <p>{text.t(form === 'reflection' ? 'thanks.reflection' : 'thanks.parents')}</p>
      <DeliveryStatus />
      {app.mode !== 'tablet' && <p>{text.t('thanks.close')}</p>}
      {label !== undefined && (
        <button
          class={app.mode === 'tablet' || isReading ? 'button' : 'button button-edged'}
          type="button"
          onClick={() => nextPerson({ isReading })}
        >
          {label}
        </button>
      )}
    </div>
  );
}
