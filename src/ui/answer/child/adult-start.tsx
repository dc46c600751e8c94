import { useState } from 'preact/hooks';
import type { Draft } from '#app/answer/answer-app.ts';
import { SurveyFrame } from '#ui/answer/frame/survey-frame.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { askToKeep } from '#ui/answer/tablet/kept-storage.ts';
import { KioskStatus } from '#ui/answer/tablet/kiosk-status.tsx';
import { DeliveryStatus } from '#ui/answer/thanks/delivery-status.tsx';
import { soundDevice } from '#ui/answer/voice/sound-device.ts';
import { AdultTiles } from './adult-tiles.tsx';
import { isSoundOn } from './sound-switch.ts';

const bands = ['under4', 'from4to6'] as const;
const helps = ['alone', 'helped'] as const;

/** What the adult tells before the tablet is handed to the child. */
export function AdultStart({ centre }: { readonly centre: string }) {
  const { app, journey, text } = usePage();
  const heading = useHeadingFocus('adult');
  const [missing, setMissing] = useState(false);
  const { band, help }: Draft = app.draft.value;
  const give = (): void => {
    if (app.mode === 'tablet') askToKeep();
    if (band === undefined) {
      setMissing(true);
      return;
    }
    // This tap is the gesture that lets the child's prompts sound by themselves.
    if (isSoundOn.peek()) soundDevice();
    journey.go({ step: 'want' });
  };
  return (
    <SurveyFrame centre={centre}>
      <h1 ref={heading} tabIndex={-1}>
        {text.t('child.adultTitle')}
      </h1>
      <p>
        {text.t('child.adultLead')} {text.t('child.goesOn')}
      </p>
      <AdultTiles
        name="band"
        values={bands}
        chosen={band}
        choose={(value) => {
          setMissing(false);
          app.setChild({ band: value });
        }}
      />
      <p class="child-note">{text.t('child.bandNote')}</p>
      <AdultTiles
        name="help"
        values={helps}
        chosen={help}
        choose={(value) => app.setChild({ help: value })}
      />
      <label class="child-sound">
        <input
          type="checkbox"
          role="switch"
          checked={isSoundOn.value}
          onChange={(event) => {
            isSoundOn.value = event.currentTarget.checked;
          }}
        />
        <span>{text.t('tablet.sound')}</span>
      </label>
      <div role="alert">
        {missing && <p class="notice notice-danger">{text.t('child.bandMissing')}</p>}
      </div>
      <button class="button" type="button" onClick={give}>
        {text.t('child.give')}
      </button>
      {app.mode === 'tablet' ? <KioskStatus /> : <DeliveryStatus />}
    </SurveyFrame>
  );
}
