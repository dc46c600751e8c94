import { useState } from 'preact/hooks';
import type { Draft } from '#app/answer/answer-app.ts';
import type { AnswerKey } from '#i18n/answer-text-types.ts';
import { SurveyFrame } from '#ui/answer/frame/survey-frame.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { DeliveryStatus } from '#ui/answer/thanks/delivery-status.tsx';

const bands = ['under4', 'from4to6'] as const;
const helps = ['alone', 'helped'] as const;

function Tiles<Value extends 'under4' | 'from4to6' | 'alone' | 'helped'>(props: {
  readonly name: 'band' | 'help';
  readonly values: readonly Value[];
  readonly chosen: Value | undefined;
  readonly choose: (value: Value) => void;
}) {
  const { text } = usePage();
  const key = (value: Value): AnswerKey => `child.${value}`;
  return (
    <fieldset class="tiles">
      <legend>{text.t(`child.${props.name}`)}</legend>
      {props.values.map((value) => (
        <label key={value} class="option">
          <input
            type="radio"
            name={props.name}
            checked={props.chosen === value}
            onChange={() => props.choose(value)}
          />
          <span>{text.t(key(value))}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the adult tells before the tablet is handed to the child. */
export function AdultStart({ centre }: { readonly centre: string }) {
  const { app, journey, text } = usePage();
  const heading = useHeadingFocus('adult');
  const [missing, setMissing] = useState(false);
  const { band, help }: Draft = app.draft.value;
  const give = (): void => {
    if (band === undefined) setMissing(true);
    else journey.go({ step: 'want' });
  };
  return (
    <SurveyFrame centre={centre}>
      <h1 ref={heading} tabIndex={-1}>
        {text.t('child.adultTitle')}
      </h1>
      <p>{text.t('child.adultLead')}</p>
      <Tiles
        name="band"
        values={bands}
        chosen={band}
        choose={(value) => {
          setMissing(false);
          app.setChild({ band: value });
        }}
      />
      <p class="child-note">{text.t('child.bandNote')}</p>
      <Tiles
        name="help"
        values={helps}
        chosen={help}
        choose={(value) => app.setChild({ help: value })}
      />
      <div role="alert">
        {missing && <p class="notice notice-danger">{text.t('child.bandMissing')}</p>}
      </div>
      <button class="button" type="button" onClick={give}>
        {text.t('child.give')}
      </button>
      <DeliveryStatus />
    </SurveyFrame>
  );
}
