import type { MarksAnswer } from '#records/answer.ts';
import { countAll } from './place-counts.ts';
import {
  answersAt,
  firstStepPlace,
  isCountedAnswer,
  placedRows,
  type RoundAnswers,
} from './round-answers.ts';

/** Some answers, counted. */
export interface Counted {
  readonly respondents: number;
  /** By cell of the form's counting plan. The same array as long as nothing of it has changed. */
  readonly counts: Uint32Array;
}

/** The answers that were taken into what is shown at the same time, counted: those that stand. */
export interface StepCounts extends Counted {
  readonly name: string;
  /** By group: those that were listed in the step, and set aside since. */
  readonly left: ReadonlyMap<string, Counted>;
  /** Listed, and not on this device yet. */
  readonly missing: number;
}

/** The round's steps that anyone belongs to, in no order. */
export function stepsOf(answers: RoundAnswers): readonly StepCounts[] {
  const { stepPlaces, heads, kept, placing } = answers;
  const counts = (kept.counts ??= countAll(placedRows(answers)));
  const names = new Set([...placing.listed.keys(), ...stepPlaces.map(({ step }) => step)]);
  return [...names].flatMap((name) => {
    let standing: Counted = { respondents: 0, counts: new Uint32Array(counts[0]?.length ?? 0) };
    let here = 0;
    const left = new Map<string, Counted>();
    for (const [at, { step, aside }] of stepPlaces.entries()) {
      const place = at + firstStepPlace;
      const [respondents, ofPlace] = [heads[place] ?? 0, counts[place]];
      if (step !== name || respondents === 0 || ofPlace === undefined) continue;
      here += respondents;
      if (aside === null) standing = { respondents, counts: ofPlace };
      else left.set(aside, { respondents, counts: ofPlace });
    }
    const missing = Math.max(0, (placing.listed.get(name) ?? 0) - here);
    return here + missing === 0 ? [] : [{ name, ...standing, left, missing }];
  });
}

/** The answers of one step, for what no counts are kept of: those that stand, or those of a group that was set aside. */
export function answersOfStep(
  answers: RoundAnswers,
  step: string,
  aside: string | null = null,
): readonly MarksAnswer[] {
  const at = answers.stepPlaces.findIndex((one) => one.step === step && one.aside === aside);
  return at === -1 ? [] : answersAt(answers, (place) => place === at + firstStepPlace);
}

/** How many were set aside after they had been listed: what was shown has changed by them. */
export function leftCount({ heads, stepPlaces }: RoundAnswers): number {
  return stepPlaces.reduce(
    (sum, { aside }, at) => sum + (aside === null ? 0 : (heads[at + firstStepPlace] ?? 0)),
    0,
  );
}

/** Which of some ids are answers that were listed, set aside since or not: where no list is, all that count. */
export function listedAmong(
  { rows, placing }: RoundAnswers,
  ids: readonly string[],
): readonly string[] {
  const { steps } = placing;
  if (steps !== null) return ids.filter((id) => steps.has(id));
  const wanted = new Set(ids);
  return rows.ids.slice(0, rows.size).filter((id, row) => {
    const answer = rows.answers[row];
    return wanted.has(id) && answer !== undefined && isCountedAnswer(answer, rows.form);
  });
}
