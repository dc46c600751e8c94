import type { FormId } from '#instruments/form.ts';
import { minRevealRespondents, priorityGoalsPerYear } from '#projections/suppression.ts';
import type { RoundView } from '#projections/views.ts';
import { roundsOf, roundStateOf } from '#ui/team/rounds/round-state.ts';

export type StepId = FormId | 'dialogue' | 'results' | 'goals';

/** `waiting`: nothing to do yet. `ready`: can be begun. `going`: is under way. `done`. */
export type StepProgress = 'waiting' | 'ready' | 'going' | 'done';

/** A step's state as a key of its words (`overview.state.…`) and what they mention. */
export type StepWords =
  | { readonly key: 'notOpened' | 'dialogueWaits' | 'dialogueDone' }
  | { readonly key: 'resultsEmpty' | 'resultsSome' | 'goalsNone' | 'goalsDone' }
  | { readonly key: 'planned'; readonly day: string }
  | { readonly key: 'open'; readonly day: string; readonly count: number }
  | {
      readonly key:
        | 'ended'
        | 'closed'
        | 'dialogueReady'
        | 'dialogueLeft'
        | 'goalsSome'
        | 'goalsMany'
        | 'goalsMore';
      readonly count: number;
    };

export interface Step {
  readonly id: StepId;
  readonly progress: StepProgress;
  readonly words: StepWords;
}

/** What the steps are read from: a year's rounds, its board in short, and the goals chosen for the next. */
export interface YearFacts {
  readonly year: number;
  readonly today: string;
  readonly rounds: readonly RoundView[];
  readonly revealed: boolean;
  readonly positionsLeft: number;
  readonly goals: number;
  /** More than two, and nobody has said which ones hold or why there are more. */
  readonly goalsUndecided?: boolean;
  /** Forms whose answers were purged, with how many had answered: they are done for good. */
  readonly purged?: ReadonlyMap<FormId, number>;
}

function formStep(form: FormId, facts: YearFacts): Step {
  const { year, today, rounds } = facts;
  const ofForm = roundsOf(rounds, form, year);
  const purged = facts.purged?.get(form);
  const count = ofForm.reduce((sum, round) => sum + round.answered, purged ?? 0);
  const inState = (state: string): RoundView | undefined =>
    ofForm.find((round) => roundStateOf(round, today) === state);
  const open = inState('open');
  if (open !== undefined) {
    return { id: form, progress: 'going', words: { key: 'open', day: open.closes, count } };
  }
  const planned = inState('planned');
  if (inState('ended') !== undefined) {
    return { id: form, progress: 'ready', words: { key: 'ended', count } };
  }
  if (planned !== undefined) {
    return { id: form, progress: 'waiting', words: { key: 'planned', day: planned.opens } };
  }
  if (ofForm.length === 0 && purged === undefined)
    return { id: form, progress: 'ready', words: { key: 'notOpened' } };
  return { id: form, progress: 'done', words: { key: 'closed', count } };
}

function dialogueStep(facts: YearFacts): Step {
  const answered = facts.rounds
    .filter((round) => round.form === 'reflection' && round.year === facts.year)
    .reduce((sum, round) => sum + round.answered, 0);
  const step = (progress: StepProgress, words: StepWords): Step => ({
    id: 'dialogue',
    progress,
    words,
  });
  if (facts.revealed || facts.purged?.has('reflection') === true) {
    return facts.positionsLeft === 0
      ? step('done', { key: 'dialogueDone' })
      : step('going', { key: 'dialogueLeft', count: facts.positionsLeft });
  }
  return answered < minRevealRespondents
    ? step('waiting', { key: 'dialogueWaits' })
    : step('ready', { key: 'dialogueReady', count: answered });
}

function resultsStep({ year, rounds, revealed, purged }: YearFacts): Step {
  const some =
    revealed ||
    (purged?.size ?? 0) > 0 ||
    rounds.some((round) => round.year === year && round.form !== 'reflection' && round.closed);
  return some
    ? { id: 'results', progress: 'ready', words: { key: 'resultsSome' } }
    : { id: 'results', progress: 'waiting', words: { key: 'resultsEmpty' } };
}

function goalsStep({ goals, goalsUndecided = false }: YearFacts): Step {
  if (goals === 0) return { id: 'goals', progress: 'waiting', words: { key: 'goalsNone' } };
  if (goals < priorityGoalsPerYear) {
    return { id: 'goals', progress: 'going', words: { key: 'goalsSome', count: goals } };
  }
  if (goalsUndecided) {
    return { id: 'goals', progress: 'going', words: { key: 'goalsMany', count: goals } };
  }
  return goals === priorityGoalsPerYear
    ? { id: 'goals', progress: 'done', words: { key: 'goalsDone' } }
    : { id: 'goals', progress: 'done', words: { key: 'goalsMore', count: goals } };
}

/** The year's six steps, in the order in which most centres take them. */
export function yearSteps(facts: YearFacts): readonly Step[] {
  return [
    formStep('parents', facts),
    formStep('children', facts),
    formStep('reflection', facts),
    dialogueStep(facts),
    resultsStep(facts),
    goalsStep(facts),
  ];
}

/** The one thing to do now (`overview.do.…`) and where (`overview.go.…`). */
export interface NextStep {
  readonly what:
    | FormId
    | 'parentsEnded'
    | 'childrenEnded'
    | 'collecting'
    | 'dialogue'
    | 'goals'
    | 'done';
  readonly where: 'rounds' | 'dialogue' | 'results' | 'goals';
}

/**
 * Chooses the next step from a year's steps. A year that is being `finished` in its January is past opening the families'
 * surveys, which belong to November.
 */
export function nextStep(steps: readonly Step[], finished = false): NextStep {
  const step = (id: StepId): Step | undefined => steps.find((each) => each.id === id);
  const key = (id: StepId): string => step(id)?.words.key ?? '';
  for (const form of ['parents', 'children'] as const) {
    if (key(form) === 'notOpened' && !finished) return { what: form, where: 'rounds' };
    if (key(form) === 'ended') return { what: `${form}Ended`, where: 'rounds' };
  }
  if (key('reflection') === 'notOpened') return { what: 'reflection', where: 'rounds' };
  if (['dialogueReady', 'dialogueLeft'].includes(key('dialogue'))) {
    return { what: 'dialogue', where: 'dialogue' };
  }
  if (key('dialogue') === 'dialogueWaits') return { what: 'collecting', where: 'rounds' };
  if (step('goals')?.progress !== 'done') return { what: 'goals', where: 'results' };
  return { what: 'done', where: 'results' };
}
