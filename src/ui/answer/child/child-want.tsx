import { usePage } from '#ui/answer/page/page-context.ts';
import { Face } from '#ui/parts/face/face.tsx';
import { ChildScreen } from './child-screen.tsx';

/** Asks the child whether it wants to; both answers are as large and as good. */
export function ChildWant({ next }: { readonly next: string }) {
  const { journey, nextPerson, text } = usePage();
  const no = (): void => {
    nextPerson();
    journey.go({ step: 'bye' });
  };
  return (
    <ChildScreen prompt="want" words={text.t('child.want')} before={text.form('intro')}>
      <div class="wants">
        <button class="want" type="button" onClick={() => journey.go({ step: next })}>
          <Face feeling="happy" />
          {text.t('child.wantYes')}
        </button>
        <button class="want" type="button" onClick={no}>
          <svg class="want-wave" viewBox="0 0 100 100" aria-hidden="true">
            <path d="M34 58V28a6 6 0 0 1 12 0v22V20a6 6 0 0 1 12 0v30V26a6 6 0 0 1 12 0v28-12a6 6 0 0 1 12 0v22c0 16-10 26-24 26-12 0-18-6-24-18L22 62c-2-5 5-9 9-4z" />
          </svg>
          {text.t('child.wantNo')}
        </button>
      </div>
    </ChildScreen>
  );
}
