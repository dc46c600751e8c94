import { shortlistStatement } from '#app/team/meeting-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { Mark } from '#instruments/form.ts';
import {
  shortlistAnswers,
  type ImprovementCandidate,
  type ShortlistAnswer,
} from '#projections/improvement-candidates.ts';
import { priorityGoalsPerYear } from '#projections/suppression.ts';
import type { PriorityGoal } from '#projections/views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { RadioGroup } from '#ui/parts/radio-group/radio-group.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';

interface CandidateProps {
  readonly centre: OpenCentre;
  readonly year: number;
  readonly candidate: ImprovementCandidate;
  readonly position: Mark | null;
  /** The goals for the coming year, which it can be put under. */
  readonly goals: readonly PriorityGoal[];
}

/** One statement to talk about: why it is here, whether the team can affect it, and the way from there to a goal. */
export function Candidate({ centre, year, candidate, position, goals }: CandidateProps) {
  const { t, form, formats } = useText();
  const { item, reasons, answer } = candidate;
  const reflection = form('reflection');
  const words = reasons.map((reason) => t(`meeting:improve.reason.${reason}`));
  return (
    <li class={answer === 'yes' ? 'candidate candidate-yes' : 'candidate'}>
      <div class="candidate-words">
        <h3>{reflection.heading(item)}</h3>
        <p>{reflection.text(item)}</p>
        <p class="candidate-why">
          {position === null
            ? ''
            : `${t('meeting:improve.position', { position: reflection.mark('working6', position) })} `}
          {words.length === 0
            ? t('meeting:improve.chosen')
            : t('meeting:improve.why', { reasons: formats.list(words) })}
        </p>
      </div>
      <RadioGroup<ShortlistAnswer>
        legend={t('meeting:improve.affect')}
        value={answer}
        options={shortlistAnswers.map((value) => ({
          value,
          label: t(`meeting:improve.answer.${value}`),
        }))}
        onChange={(value) => void shortlistStatement(centre, year, item, value)}
      />
      {answer === 'yes' ? <ToGoal centre={centre} year={year} item={item} goals={goals} /> : null}
    </li>
  );
}

function ToGoal({
  centre,
  year,
  item,
  goals,
}: Pick<CandidateProps, 'centre' | 'year' | 'goals'> & { readonly item: string }) {
  const { t, form } = useText();
  const toast = useToast();
  const name = form('reflection').heading(item);
  const nameOf = (goal: PriorityGoal): string =>
    goal.title || t('results:goal.unnamed', { number: goals.indexOf(goal) + 1 });
  const chosen = goals.filter(({ evidence }) => evidence.includes(item));
  if (chosen.length > 0) {
    return (
      <p class="candidate-why">
        {t('results:choose.chosenFor')} {chosen.map(nameOf).join(', ')}
      </p>
    );
  }
  const begin = async (): Promise<void> => {
    const empty = { title: '', because: '', measure: '', target: '', responsible: '', due: '' };
    const id = await centre.addGoal({ ...empty, year: year + 1, evidence: [item] });
    toast({ text: t('results:choose.added', { name }), undo: () => void centre.removeGoal(id) });
  };
  const addTo = async ({ id, evidence }: PriorityGoal): Promise<void> => {
    await centre.setGoalField(id, 'evidence', [...evidence, item]);
    toast({
      text: t('results:choose.added', { name }),
      undo: () => void centre.setGoalField(id, 'evidence', evidence),
    });
  };
  return (
    <ButtonRow>
      {goals.length < priorityGoalsPerYear ? (
        <Button label={t('meeting:improve.makeGoalOf', { name })} onClick={() => void begin()}>
          {t('meeting:improve.makeGoal')}
        </Button>
      ) : null}
      {goals.map((goal) => (
        <Button key={goal.id} kind="quiet" onClick={() => void addTo(goal)}>
          {t('results:choose.addTo', { goal: nameOf(goal) })}
        </Button>
      ))}
    </ButtonRow>
  );
}
