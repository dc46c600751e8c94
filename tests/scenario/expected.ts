/*
 * What the screens must say at the end of the year, worked out by hand from what people.ts lets the people say; never
 * by calling a projection.
 */

export interface ExpectedSpread {
  readonly points: Readonly<Record<string, number>>;
  readonly nonAnswers: Readonly<Record<string, number>>;
  readonly rated: number;
  readonly favourable: number;
}

/**
 * 59 parents on one item of each goal: the sixtieth's phone came home after the closing, and what is shown never grows by
 * fewer than six.
 */
export const parentItems: Readonly<Record<string, ExpectedSpread>> = {
  'p-near': {
    points: { 4: 30, 3: 18, 2: 6, 1: 3 },
    nonAnswers: { unknown: 2, notUsed: 0 },
    rated: 57,
    favourable: 48,
  },
  'p-meet-parents': {
    points: { 4: 19, 3: 20, 2: 10, 1: 5 },
    nonAnswers: { unknown: 5, notUsed: 0 },
    rated: 54,
    favourable: 39,
  },
  'p-say': {
    points: { 4: 11, 3: 24, 2: 12, 1: 6 },
    nonAnswers: { unknown: 3, notUsed: 3 },
    rated: 53,
    favourable: 35,
  },
  'p-help-needed': {
    points: { 4: 14, 3: 15, 2: 15, 1: 9 },
    nonAnswers: { unknown: 0, notUsed: 6 },
    rated: 53,
    favourable: 29,
  },
  'p-learn': {
    points: { 4: 35, 3: 12, 2: 6, 1: 0 },
    nonAnswers: { unknown: 6, notUsed: 0 },
    rated: 53,
    favourable: 47,
  },
  'p-child-say': {
    points: { 4: 44, 3: 9, 2: 3, 1: 0 },
    nonAnswers: { unknown: 3, notUsed: 0 },
    rated: 56,
    favourable: 53,
  },
};

/** All items of a goal together: [ratings, favourable ones]. Three items, but two in goals 2 and 5. */
export const parentGoals: Readonly<Record<string, readonly [number, number]>> = {
  goal1: [171, 144],
  goal2: [108, 78],
  goal3: [159, 105],
  goal4: [159, 87],
  goal5: [106, 94],
  child: [168, 159],
};

/** The 40 children of four to six; the ten younger ones are not in it. */
export const childItems: Readonly<Record<string, ExpectedSpread>> = {
  'c-feel': {
    points: { 3: 30, 2: 6, 1: 2 },
    nonAnswers: { declined: 2 },
    rated: 38,
    favourable: 30,
  },
  'c-decide': {
    points: { 3: 24, 2: 10, 1: 4 },
    nonAnswers: { declined: 2 },
    rated: 38,
    favourable: 24,
  },
  'c-listen': {
    points: { 3: 28, 2: 8, 1: 4 },
    nonAnswers: { declined: 0 },
    rated: 40,
    favourable: 28,
  },
};

/** The first five statements show the five ways in which the nine colleagues stand. */
export const statements: Readonly<Record<string, ExpectedSpread>> = {
  r01: {
    points: { 6: 0, 5: 9, 4: 0, 3: 0, 2: 0, 1: 0 },
    nonAnswers: { unknown: 0, notHere: 0 },
    rated: 9,
    favourable: 9,
  },
  r02: {
    points: { 6: 4, 5: 0, 4: 0, 3: 0, 2: 5, 1: 0 },
    nonAnswers: { unknown: 0, notHere: 0 },
    rated: 9,
    favourable: 4,
  },
  r03: {
    points: { 6: 0, 5: 3, 4: 3, 3: 3, 2: 0, 1: 0 },
    nonAnswers: { unknown: 0, notHere: 0 },
    rated: 9,
    favourable: 6,
  },
  r04: {
    points: { 6: 0, 5: 0, 4: 4, 3: 3, 2: 0, 1: 0 },
    nonAnswers: { unknown: 2, notHere: 0 },
    rated: 7,
    favourable: 4,
  },
  r05: {
    points: { 6: 1, 5: 2, 4: 3, 3: 2, 2: 0, 1: 1 },
    nonAnswers: { unknown: 0, notHere: 0 },
    rated: 9,
    favourable: 6,
  },
};

/** Most divided first: five stops apart, four, two, one; the six that all agree on are not on it. */
export const agenda =
  'r05 r10 r15 r20 r25 r30 r02 r07 r12 r17 r22 r27 r03 r08 r13 r18 r23 r28 r04 r09 r14 r19 r24 r29';
export const unanimous = ['r01', 'r06', 'r11', 'r16', 'r21', 'r26'];

/** The joint positions by area: how many statements at each stop, [placed, favourable]. */
export const areas: Readonly<
  Record<string, { readonly points: Readonly<Record<string, number>>; of: readonly number[] }>
> = {
  general: { points: { 6: 0, 5: 1, 4: 1, 3: 1, 2: 0, 1: 0 }, of: [3, 2] },
  earlySupportParents: { points: { 6: 0, 5: 2, 4: 5, 3: 1, 2: 0, 1: 0 }, of: [8, 7] },
  learning: { points: { 6: 0, 5: 0, 4: 3, 3: 1, 2: 0, 1: 0 }, of: [4, 3] },
  earlySupportStaff: { points: { 6: 0, 5: 2, 4: 5, 3: 2, 2: 0, 1: 0 }, of: [9, 7] },
  equality: { points: { 6: 0, 5: 1, 4: 1, 3: 0, 2: 0, 1: 0 }, of: [2, 2] },
  collaboration: { points: { 6: 0, 5: 0, 4: 3, 3: 1, 2: 0, 1: 0 }, of: [4, 3] },
};
