import { useState } from 'preact/hooks';
import type { FormId } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';

/** The way in; and before it, where somebody has been here: go on with what was begun, or answer as one more person. */
export function BeginWays({
  form,
  first,
  onGone,
}: {
  readonly form: FormId;
  readonly first: string;
  /** The buttons have given way to others: their focus needs a place. */
  readonly onGone: () => void;
}) {
  const { app, journey, text } = usePage();
  const [undo, setUndo] = useState<() => void>();
  const found = app.found.value;
  if (found !== undefined) {
    const { step = 'start' } = found;
    const goOn = (): void => {
      app.continueDraft();
      if (step === 'start') onGone();
      else journey.go({ step });
    };
    const restart = (): void => {
      const bringBack = app.dropDraft();
      setUndo(() => bringBack);
      onGone();
    };
    return (
      <section class="start-choice" aria-labelledby="draft-title">
        <h2 id="draft-title">{text.t('draft.title')}</h2>
        <p>{text.t('draft.body')}</p>
        <button class="button" type="button" onClick={goOn}>
          {text.t('draft.continue')}
        </button>
        <button class="button button-edged" type="button" onClick={restart}>
          {text.t('draft.restart')}
        </button>
      </section>
    );
  }

  const begin = (): void => {
    setUndo(undefined);
    app.welcomeAnother();
    journey.go({ step: first });
  };
  const bringBack = (): void => {
    undo?.();
    setUndo(undefined);
    onGone();
  };
  // Whoever reads for many is not asked whether they have answered.
  const isAgain =
    form !== 'children' && app.mode === 'phone' && app.isHandedIn.value && !app.interview.value;
  return (
    <>
      <div class="start-wiped" role="status">
        {undo !== undefined && (
          <>
            {text.t('draft.wiped')}
            <button class="start-link" type="button" onClick={bringBack}>
              {text.t('draft.undo')}
            </button>
          </>
        )}
      </div>
      {isAgain ? (
        <section class="start-choice" aria-labelledby="again-title">
          {/* The team's form has words of its own for it. */}
          <h2 id="again-title">{text.form('again.title') ?? text.t('again.title')}</h2>
          <p>{text.form('again.body') ?? text.t('again.body')}</p>
          <button class="button button-edged" type="button" onClick={begin}>
            {text.form('again.another') ?? text.t('thanks.another')}
          </button>
        </section>
      ) : (
        <button class="button" type="button" onClick={begin}>
          {text.t('start.begin')}
        </button>
      )}
    </>
  );
}
