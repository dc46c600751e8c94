import { useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { AdultGate } from './adult-gate.tsx';
import { HoldButton } from './hold-button.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { useIdle } from './use-idle.ts';
import './tablet-care.css';

const restingSteps = ['start', 'thanks', 'done', 'bye'];

/** What a shared tablet needs on every screen: a way out for adults, and care for who walked away. */
export function TabletCare() {
  const { app, journey, nextPerson } = usePage();
  const [gate, setGate] = useState(false);
  const { marks, choices, texts, band } = app.draft.value;
  const said = [marks, choices, texts].some((part) => Object.keys(part).length > 0);
  const begun = said || band !== undefined || !restingSteps.includes(journey.place.value.step);
  const [idle, stay] = useIdle(begun);
  const restart = (): void => {
    stay();
    setGate(false);
    nextPerson();
  };
  return (
    <aside class="tablet-care">
      <HoldButton onHeld={() => setGate(true)} />
      {gate && !idle && <AdultGate onClose={() => setGate(false)} />}
      {idle && <IdleWarning onStay={stay} onLeft={restart} />}
    </aside>
  );
}
