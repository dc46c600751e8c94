import { useMemo } from 'preact/hooks';
import { keyFigureText, goalText } from '#app/team/goal-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { goalPlan, type GoalOutcome } from '#projections/goal-plan.ts';
import { keyFigureOf, type KeyFigure } from '#projections/key-figures.ts';
import type { ResultsView } from '#projections/views.ts';
import { RadioGroup } from '#ui/parts/radio-group/radio-group.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { Checks } from './checks.tsx';
import './follow-up.css';

interface FollowUpProps {
  readonly centre: OpenCentre;
  readonly goal: string;
  /** The results of the goal's own year. */
  readonly results: ResultsView;
}

const outcomes: readonly GoalOutcome[] = ['reached', 'partly', 'not'];

/** How a goal went: the year's checks, its key figure, and at last whether it was reached and what difference it made. */
export function FollowUp({ centre, goal, results }: FollowUpProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const plan = useMemo(() => goalPlan(ledger, goal), [ledger, goal]);
  const measure = plan.measureBy;
  const textField = (name: 'worked' | 'difference') => (
    <SavedField
      multiline
      rows={2}
      label={t(`meeting:followUp.${name}`)}
      help={t(`meeting:followUp.${name}Help`)}
      value={plan[name]}
      keeper={goalText(centre, goal, name)}
    />
  );
  return (
    <div class="follow-up">
      {measure?.by === 'keyFigure' ? (
        <KeyFigureField centre={centre} year={results.year} figure={measure.id} />
      ) : null}
      <Checks centre={centre} goal={goal} plan={plan} />
      <RadioGroup<GoalOutcome>
        legend={t('meeting:outcome.label')}
        value={plan.outcome}
        options={outcomes.map((value) => ({ value, label: t(`meeting:outcome.${value}`) }))}
        onChange={(outcome) => void centre.setGoalField(goal, 'outcome', outcome)}
      />
      {textField('worked')}
      {textField('difference')}
    </div>
  );
}

interface KeyFigureFieldProps {
  readonly centre: OpenCentre;
  readonly year: number;
  readonly figure: KeyFigure;
}

function KeyFigureField({ centre, year, figure }: KeyFigureFieldProps) {
  const { t } = useText();
  const value = keyFigureOf(centre.ledger.value, year, figure);
  return (
    <SavedField
      short
      label={t('meeting:followUp.figure', { figure: t(`meeting:figure.${figure}`), year })}
      value={value === null ? '' : String(value)}
      check={(text) => (/^\d*$/.test(text.trim()) ? undefined : t('meeting:check.countError'))}
      keeper={keyFigureText(centre, year, figure)}
    />
  );
}
