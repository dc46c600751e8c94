import type { Draft } from '#app/answer/answer-app.ts';
import { countedItemsOf, type GoalId, type Mark, type NonAnswer } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';

/** How many of a group say each mark; the numbers add up to the group's size. */
type Spread = Readonly<Record<string, number>>;

/** The mark of one of `size` people, where `step` (coprime with `size`) mixes who says what. */
function markOf(spread: Spread, person: number, size: number, step: number): Mark {
  let place = (person * step) % size;
  for (const [mark, count] of Object.entries(spread)) {
    if (place < count) return isNonAnswer(mark) ? mark : Number(mark);
    place -= count;
  }
  throw new Error('the spread is smaller than the group');
}

function isNonAnswer(mark: string): mark is NonAnswer {
  return !/^\d$/.test(mark);
}

export const parentCount = 60;
export const childCount = 50;
export const staffCount = 9;

/** What 60 parents say of every item of a goal. */
const parentSpreads: Readonly<Record<GoalId, Spread>> = {
  goal1: { 4: 30, 3: 18, 2: 6, 1: 3, unknown: 2, notUsed: 1 },
  goal2: { 4: 20, 3: 20, 2: 10, 1: 5, unknown: 5 },
  goal3: { 4: 12, 3: 24, 2: 12, 1: 6, unknown: 3, notUsed: 3 },
  goal4: { 4: 15, 3: 15, 2: 15, 1: 9, notUsed: 6 },
  goal5: { 4: 36, 3: 12, 2: 6, unknown: 6 },
  child: { 4: 45, 3: 9, 2: 3, unknown: 3 },
};

/** Steps coprime with 60, so that who likes one thing is not who likes the next. */
const parentSteps: Readonly<Record<GoalId, number>> = {
  goal1: 1,
  goal2: 7,
  goal3: 11,
  goal4: 13,
  goal5: 17,
  child: 19,
};

/** Two in three read Swedish; every sixth writes what is good, every tenth what to change. */
export function parentLanguage(parent: number): 'sv' | 'en' {
  return parent % 3 === 2 ? 'en' : 'sv';
}

export function parentSays(parent: number): Draft {
  const marks: Record<string, Mark> = {};
  for (const { id, goal } of countedItemsOf(currentForm('parents'))) {
    if (goal === undefined) continue;
    marks[id] = markOf(parentSpreads[goal], parent, parentCount, parentSteps[goal]);
  }
  const isSwedish = parentLanguage(parent) === 'sv';
  const texts: Record<string, string> = {};
  if (parent % 6 === 0) texts['p-good'] = isSwedish ? `Sången, ${parent}` : `The songs, ${parent}`;
  if (parent % 10 === 0) texts['p-change'] = isSwedish ? `Kaffet, ${parent}` : `Coffee, ${parent}`;
  const gender = ['woman', 'man', 'other'][parent % 3] ?? 'woman';
  const choices = { 'p-gender': [gender], 'p-home-language': [isSwedish ? 'swedish' : 'another'] };
  return { marks, choices, texts };
}

/** What the 40 children between four and six tap. The ten younger ones tap the sad face, whatever they mean. */
const childSpreads: Readonly<Record<string, Spread>> = {
  'c-feel': { 3: 30, 2: 6, 1: 2, declined: 2 },
  'c-decide': { 3: 24, 2: 10, 1: 4, declined: 2 },
  'c-listen': { 3: 28, 2: 8, 1: 4 },
};

export function childTaps(child: number): Draft {
  const none = { choices: {}, texts: {} };
  if (child % 5 === 0) {
    const marks = { 'c-practice': 1, 'c-feel': 1, 'c-decide': 1, 'c-listen': 1 };
    return { ...none, marks, band: 'under4', help: 'helped', practice: 'missed' };
  }
  const older = child - Math.floor(child / 5) - 1; // 0…39 among those who are four or more.
  const marks: Record<string, Mark> = { 'c-practice': 3 };
  for (const [item, spread] of Object.entries(childSpreads)) {
    marks[item] = markOf(spread, older, 40, 7);
  }
  return { ...none, marks, band: 'from4to6', help: 'alone', practice: 'met' };
}

/** Five ways in which nine colleagues stand to a statement; statement n follows the n-th in turn. */
const staffSpreads: readonly Spread[] = [
  { 5: 9 }, // of one mind
  { 6: 4, 2: 5 }, // two camps
  { 5: 3, 4: 3, 3: 3 },
  { 4: 4, 3: 3, unknown: 2 },
  { 6: 1, 5: 2, 4: 3, 3: 2, 1: 1 }, // one lone voice
];

export function colleagueMarks(colleague: number): Draft {
  const marks: Record<string, Mark> = {};
  for (const [at, { id }] of countedItemsOf(currentForm('reflection')).entries()) {
    const spread = staffSpreads[at % 5];
    if (spread === undefined) throw new Error('there are five ways');
    marks[id] = markOf(spread, colleague + at, staffCount, 1);
  }
  return { marks, choices: {}, texts: {} };
}

/** Where the team lands together, by the same five ways. */
export function jointPosition(at: number): number {
  return [5, 3, 4, 4, 4][at % 5] ?? 4;
}

/** Three earlier years as counts on paper: who answered, and one item each. */
export const earlierYears = [
  {
    year: 2023,
    reflection: { r01: { 4: 8 } },
    parents: { 'p-near': { 4: 10, 3: 10, 2: 5, 1: 5 } },
    children: { 'c-feel': { 3: 20, 2: 5, 1: 5 } },
  },
  {
    year: 2024,
    reflection: { r01: { 3: 4, 2: 4 } },
    parents: { 'p-near': { 4: 12, 3: 12, 2: 4, 1: 2 } },
    children: { 'c-feel': { 3: 22, 2: 4, 1: 4 } },
  },
  {
    year: 2025,
    reflection: { r01: { 3: 8 } },
    parents: { 'p-near': { 4: 10, 3: 10, 2: 10, 1: 10 } },
    children: { 'c-feel': { 3: 24, 2: 8, 1: 8 } },
  },
] as const;
