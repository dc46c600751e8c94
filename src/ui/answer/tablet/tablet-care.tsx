import { useEffect, useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { AdultGate } from './adult-gate.tsx';
import { FullScreenButton } from './full-screen-button.tsx';
import { HoldButton } from './hold-button.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { startKiosk } from './start-kiosk.ts';
import { idleMs, restMs, useUntouched, useWhenUntouched } from './use-idle.ts';
import './tablet-care.css';

/** Screens that somebody has finished at: nothing of theirs can be lost any more. */
const lastSteps = ['thanks', 'done', 'bye'];

/** What a shared tablet needs on every screen: a way out for adults, and care for who walked away. */
export function TabletCare() {
  const { app, journey, nextPerson } = usePage();
  const [gate, setGate] = useState(false);
  useEffect(() => startKiosk(app), [app]);

  const { step } = journey.place.value;
  const phase = app.phase.value;
  const { marks, choices, texts, band } = app.draft.value;
  const isSaid = [marks, choices, texts].some((part) => Object.keys(part).length > 0);
  const isLast = lastSteps.includes(step);
  // Parents choose a language each: whoever has chosen one has begun.
  const isParent = phase.kind === 'ready' && phase.form.id === 'parents';
  const isBegun = isSaid || band !== undefined || (step === 'start' ? isParent : !isLast);
  const [idle, stay] = useUntouched(isBegun, idleMs);
  useWhenUntouched(isLast && !isSaid, restMs, nextPerson);
  useWhenUntouched(gate, restMs, () => setGate(false));
  const restart = (): void => {
    stay();
    setGate(false);
    nextPerson();
  };
  return (
    <aside class="tablet-care">
      <HoldButton onHeld={() => setGate(true)} />
      {step === 'start' && <FullScreenButton />}
      {gate && !idle && <AdultGate onClose={() => setGate(false)} />}
      {idle && <IdleWarning onStay={stay} onLeft={restart} />}
    </aside>
  );
}
