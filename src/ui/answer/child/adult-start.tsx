import { useState } from 'preact/hooks';
import type { Draft } from '#app/answer/answer-app.ts';
import { SurveyFrame } from '#ui/answer/frame/survey-frame.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { askToKeep } from '#ui/answer/tablet/kept-storage.ts';
import { KioskStatus } from '#ui/answer/tablet/kiosk-status.tsx';
import { DeliveryStatus } from '#ui/answer/thanks/delivery-status.tsx';
import { soundDevice } from '#ui/answer/voice/sound-device.ts';
import { useAreHeard } from '#ui/answer/voice/use-prompt.ts';
import { AdultTiles } from './adult-tiles.tsx';
import { isSoundOn } from './sound-switch.ts';

const bands = ['under4', 'from4to6'] as const;
const helps = ['alone', 'helped'] as const;

/** What the adult tells before the tablet is handed to the child. */
export function AdultStart({
  centre,
  prompts,
}: {
  readonly centre: string;
  /** All that the child is asked. */
  readonly prompts: readonly string[];
}) {
  const { app, journey, text } = usePage();
  const heading = useHeadingFocus('adult');
  const [isGiven, setIsGiven] = useState(false);
  const areHeard = useAreHeard(prompts);
  const { band, help }: Draft = app.draft.value;
  const give = (): void => {
    if (app.mode === 'tablet') askToKeep();
    if (band === undefined || help === undefined) {
      setIsGiven(true);
      const left = band === undefined ? 'band' : 'help';
      document.querySelector<HTMLElement>(`input[name=${left}]`)?.focus();
      return;
    }
    // This tap is the gesture that lets the child's prompts sound by themselves.
    soundDevice();
    journey.go({ step: 'want' });
  };
  return (
    <SurveyFrame centre={centre}>
      <h1 ref={heading} tabIndex={-1}>
        {text.t('child.adultTitle')}
      </h1>
      <p>
        {text.t(areHeard ? 'child.adultLeadHeard' : 'child.adultLead')} {text.t('child.goesOn')}
      </p>
      <AdultTiles
        name="band"
        values={bands}
        chosen={band}
        choose={(value) => app.setChild({ band: value })}
        missing={isGiven && band === undefined}
      />
      <p class="child-note">{text.t('child.bandNote')}</p>
      <AdultTiles
        name="help"
        values={helps}
        chosen={help}
        choose={(value) => app.setChild({ help: value })}
        missing={isGiven && help === undefined}
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
      <button class="button" type="button" onClick={give}>
        {text.t('child.give')}
      </button>
      {app.mode === 'tablet' ? <KioskStatus /> : <DeliveryStatus />}
    </SurveyFrame>
  );
}
