import type { FormId } from '#instruments/form.ts';
import type { MarksAnswer } from '#records/answer.ts';
import {
  doubled,
  growRows,
  noRows,
  withoutRows,
  type AnswerRows,
  type IdentifiedAnswer,
} from './answer-rows.ts';
import { countChanges, type PlaceCounts, type PlacedRows } from './place-counts.ts';
import { firstStep } from './step-lists.ts';

/** What the book says of a round's answers. The same object as long as the book says the same. */
export interface Placing {
  /** By answer: its step's name; null where the round has no list, and all belong to the first. */
  readonly steps: ReadonlyMap<string, string> | null;
  /** By step: how many answers its lists name. */
  readonly listed: ReadonlyMap<string, number>;
  /** Those that were set aside, and count nowhere: each with the groups that it is in. */
  readonly aside: ReadonlyMap<string, string>;
}

/** One round's answers, each in its place, and counted by place. Never changes. */
export interface RoundAnswers {
  readonly rows: AnswerRows;
  readonly placing: Placing;
  readonly places: Places;
  /** In the order in which they were met: the one at `n` has the place `n + firstStepPlace`. */
  readonly stepPlaces: readonly StepPlace[];
  /** By place: how many. */
  readonly heads: readonly number[];
  /** Their marks, once somebody has asked for them: a start does not. From then on they are kept up. */
  readonly kept: { counts?: PlaceCounts };
}

/** A step's answers that stand, or those of them that were set aside together since. */
export interface StepPlace {
  readonly step: string;
  /** The groups that they were set aside in; null where they stand. */
  readonly aside: string | null;
}

/** By row. Shared by those that differ only in how many rows they have: `used` of it are written. */
interface Places {
  codes: Uint16Array;
  used: number;
}

/** Set aside before it was listed, or never to be counted. */
const asidePlace = 0;
/** An answer to another form than its round's, or a child's under four: no share counts it. */
const uncountedPlace = 1;
/** It came after the closing, and waits to be listed. */
const waitingPlace = 2;
/** The place of the first of a round's `stepPlaces`. */
export const firstStepPlace = 3;
const firstCapacity = 64;

/** Whether one answer in a round of a form counts in shares. Children under four hardly use a scale: they may play. */
export function isCountedAnswer(answer: MarksAnswer, form: FormId | null): boolean {
  return answer.form === form && !(answer.form === 'children' && answer.band === 'under4');
}

/**
 * The round with fresh answers, and with what the book now says of it. Fresh answers are counted by themselves; one that
 * was set aside or listed moves from one place's counts to another's. All are counted only where most have moved.
 */
export function growAnswers(
  before: RoundAnswers | undefined,
  form: FormId | null,
  placing: Placing,
  fresh: readonly IdentifiedAnswer[],
): RoundAnswers {
  if (before === undefined || before.rows.form !== form) {
    const known = before === undefined ? [] : identifiedAnswers(before.rows);
    return counted(growRows(noRows(form), [...known, ...fresh]), placing);
  }
  const rows = growRows(before.rows, fresh);
  const { size } = before.rows;
  const stepPlaces = [...before.stepPlaces];
  const isSame = before.placing === placing;
  if (isSame && rows.size === size) return before;
  const isOwn = isSame && before.places.used === size;
  const places = isOwn ? before.places : { codes: before.places.codes.slice(), used: size };
  const moved: number[] = [];
  for (let row = 0; !isSame && row < size; row += 1) {
    const place = placeOfRow(rows, row, placing, stepPlaces);
    if (place === places.codes[row]) continue;
    places.codes[row] = place;
    moved.push(row);
  }
  placeRest(places, rows, placing, stepPlaces);
  const heads = [...before.heads];
  for (const row of moved) {
    add(heads, before.places.codes[row], -1);
    add(heads, places.codes[row], 1);
  }
  for (let row = size; row < rows.size; row += 1) add(heads, places.codes[row], 1);
  const now = { rows, placing, places, stepPlaces, heads };
  const { counts } = before.kept;
  if (counts === undefined || moved.length * 2 > size) return { ...now, kept: {} };
  const changed = countChanges(counts, size, before.places.codes, placedRows(now), moved);
  return { ...now, kept: { counts: changed } };
}

/** The round without some answers: made anew, since it is rare that one goes away. */
export function withoutAnswers(before: RoundAnswers, gone: ReadonlySet<string>): RoundAnswers {
  return counted(withoutRows(before.rows, gone), before.placing);
}

/** How many answers there are that were not set aside, whether they count in shares or not. */
export function respondentCount(answers: RoundAnswers): number {
  return answers.rows.size - asideCount(answers);
}

/** How many were set aside. */
export function asideCount(answers: RoundAnswers): number {
  const { heads, stepPlaces } = answers;
  const left = stepPlaces.flatMap(({ aside }, at) =>
    aside === null ? [] : [heads[at + firstStepPlace] ?? 0],
  );
  return left.reduce((sum, count) => sum + count, heads[asidePlace] ?? 0);
}

/** How many count in shares, those who wait for their step included. */
export function countedCount(answers: RoundAnswers): number {
  return respondentCount(answers) - (answers.heads[uncountedPlace] ?? 0);
}

/** How many came after the closing and are in no step yet. */
export function waitingCount({ heads }: RoundAnswers): number {
  return heads[waitingPlace] ?? 0;
}

/** All answers that were not set aside. */
export function standingAnswers(answers: RoundAnswers): readonly MarksAnswer[] {
  const { stepPlaces } = answers;
  return answersAt(
    answers,
    (place) => place !== asidePlace && (stepPlaces[place - firstStepPlace]?.aside ?? null) === null,
  );
}

/** The record ids of the counted answers that are on no list: all of them where the round has none. */
export function unlistedIds({ rows, places, placing }: RoundAnswers): readonly string[] {
  const isUnlisted = (place: number): boolean =>
    place === waitingPlace || (placing.steps === null && place >= firstStepPlace);
  const ids = rows.ids.slice(0, rows.size).filter((_id, row) => isUnlisted(places.codes[row] ?? 0));
  // By random id: the order in which they came is nobody's business.
  return ids.toSorted();
}

/** The answers in some of the places. */
export function answersAt(
  { rows, places }: RoundAnswers,
  isWanted: (place: number) => boolean,
): readonly MarksAnswer[] {
  const all = rows.answers.slice(0, rows.size);
  return all.filter((_answer, row) => isWanted(places.codes[row] ?? asidePlace));
}

function identifiedAnswers({ ids, answers, size }: AnswerRows): readonly IdentifiedAnswer[] {
  return answers.slice(0, size).map((body, row) => ({ id: ids[row] ?? '', body }));
}

function counted(rows: AnswerRows, placing: Placing): RoundAnswers {
  const stepPlaces: StepPlace[] = [];
  const places = { codes: new Uint16Array(firstCapacity), used: 0 };
  placeRest(places, rows, placing, stepPlaces);
  const heads: number[] = [];
  for (let row = 0; row < rows.size; row += 1) add(heads, places.codes[row], 1);
  return { rows, placing, places, stepPlaces, heads, kept: {} };
}

/** As what is counted over takes it. */
export function placedRows({
  rows,
  places,
  stepPlaces,
}: Pick<RoundAnswers, 'rows' | 'places' | 'stepPlaces'>): PlacedRows {
  return { rows, places: places.codes, placeCount: stepPlaces.length + firstStepPlace };
}

function add(heads: number[], place = asidePlace, step: 1 | -1): void {
  heads[place] = (heads[place] ?? 0) + step;
}

function placeRest(
  places: Places,
  rows: AnswerRows,
  placing: Placing,
  stepPlaces: StepPlace[],
): void {
  while (places.codes.length < rows.size) places.codes = doubled(places.codes);
  for (let row = places.used; row < rows.size; row += 1) {
    places.codes[row] = placeOfRow(rows, row, placing, stepPlaces);
  }
  places.used = rows.size;
}

function placeOfRow(
  { ids, answers, form }: AnswerRows,
  row: number,
  { steps, aside }: Placing,
  stepPlaces: StepPlace[],
): number {
  const [id = '', answer] = [ids[row], answers[row]];
  const groups = aside.get(id) ?? null;
  if (answer === undefined || !isCountedAnswer(answer, form)) {
    return groups === null ? uncountedPlace : asidePlace;
  }
  const step = steps === null ? (groups === null ? firstStep : undefined) : steps.get(id);
  if (step === undefined) return groups === null ? waitingPlace : asidePlace;
  const at = stepPlaces.findIndex((one) => one.step === step && one.aside === groups);
  return (at === -1 ? stepPlaces.push({ step, aside: groups }) - 1 : at) + firstStepPlace;
}
