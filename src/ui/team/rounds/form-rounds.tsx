import { useState } from 'preact/hooks';
import type { FormId } from '#instruments/form.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { KitFirst, needsKitFirst } from '#ui/team/keys/kit-first.tsx';
import { PurgedForm } from '#ui/team/retention/purged-form.tsx';
import { RoundPreparation } from '#ui/team/questions/round-preparation.tsx';
import { OpenRoundForm } from './open-round-form.tsx';
import { RoundPanel } from './round-panel.tsx';
import { roundsOf } from './round-state.ts';

interface FormRoundsProps {
  readonly centre: OpenCentre;
  readonly year: number;
  readonly form: FormId;
}

/** One survey's rounds of the year. Mostly there is one; a second is a quiet possibility. */
export function FormRounds({ centre, year, form }: FormRoundsProps) {
  const { t } = useText();
  const [opening, setOpening] = useState(false);
  const [later, setLater] = useState(false);
  const rounds = roundsOf(centre.rounds.value, form, year);
  const purged = centre.custody.purgedForms(year).has(form);
  const settled = rounds.length > 0 && rounds.every((round) => round.closed);
  return (
    <Section title={t(`forms.${form}`)} lead={t(`rounds.about.${form}`)} id={`rounds-${form}`}>
      {form === 'reflection' ? null : <RoundPreparation centre={centre} form={form} />}
      {rounds.map((round) => (
        <RoundPanel key={round.id} centre={centre} round={round} />
      ))}
      <PurgedForm centre={centre} form={form} year={year} />
      {opening ? (
        <Panel>
          {needsKitFirst(centre) && !later ? (
            <KitFirst
              centre={centre}
              onDone={() => setLater(true)}
              onLater={() => setLater(true)}
              onCancel={() => setOpening(false)}
            />
          ) : (
            <OpenRoundForm
              centre={centre}
              year={year}
              form={form}
              onDone={() => setOpening(false)}
            />
          )}
        </Panel>
      ) : (rounds.length === 0 && !purged) || settled ? (
        <div>
          <Button
            kind={rounds.length === 0 ? 'secondary' : 'quiet'}
            label={
              rounds.length === 0 ? undefined : `${t('rounds.another')}: ${t(`forms.${form}`)}`
            }
            onClick={() => setOpening(true)}
          >
            {rounds.length === 0 ? t(`rounds.plan.${form}`) : t('rounds.another')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
