import { describe, expect, test } from 'vitest';
import { nextStep, yearSteps, type Step, type YearFacts } from '#ui/team/overview/year-steps.ts';
import { fakeRound } from './fake-open-centre.ts';

const empty: YearFacts = {
  year: 2026,
  today: '2026-11-05',
  rounds: [],
  revealed: false,
  positionsLeft: 30,
  goals: 0,
};

function step(facts: Partial<YearFacts>, id: Step['id']): Step | undefined {
  return yearSteps({ ...empty, ...facts }).find((each) => each.id === id);
}

function next(facts: Partial<YearFacts>) {
  return nextStep(yearSteps({ ...empty, ...facts }));
}

const closedSurveys = [
  fakeRound({ id: 'p', closed: true, answered: 34 }),
  fakeRound({ id: 'c', form: 'children', closed: true, answered: 41 }),
];
const reflection = fakeRound({
  id: 'r',
  form: 'reflection',
  opens: '2026-11-01',
  closes: '2027-01-31',
  answered: 9,
});

describe('the steps of a year', () => {
  test('a new year has six steps and begins with the parents', () => {
    expect(yearSteps(empty).map(({ id }) => id)).toEqual([
      'parents',
      'children',
      'reflection',
      'dialogue',
      'results',
      'goals',
    ]);
    expect(next({})).toEqual({ what: 'parents', where: 'rounds' });
  });

  test('a year that is finished in its January goes on with the reflection', () => {
    const steps = yearSteps({ ...empty, today: '2027-01-14' });
    expect(nextStep(steps, true)).toEqual({ what: 'reflection', where: 'rounds' });
  });

  test('an open survey tells until when and how many have answered', () => {
    expect(step({ rounds: [fakeRound({ answered: 12 })] }, 'parents')).toEqual({
      id: 'parents',
      progress: 'going',
      words: { key: 'open', day: '2026-11-15', count: 12 },
    });
  });

  test('its last day still belongs to it, and the day after asks for closing', () => {
    const rounds = [fakeRound({ answered: 12 })];
    expect(step({ rounds, today: '2026-11-15' }, 'parents')?.words.key).toBe('open');
    expect(step({ rounds, today: '2026-11-16' }, 'parents')?.words).toEqual({
      key: 'ended',
      count: 12,
    });
    expect(next({ rounds, today: '2026-11-16' }).what).toBe('parentsEnded');
  });

  test('two rounds of one survey are counted together', () => {
    const rounds = [
      fakeRound({ id: 'a', closed: true, answered: 5 }),
      fakeRound({ id: 'b', answered: 7 }),
    ];
    expect(step({ rounds }, 'parents')?.words).toMatchObject({ key: 'open', count: 12 });
  });

  test('rounds of another year do not count', () => {
    expect(step({ rounds: [fakeRound({ year: 2025 })] }, 'parents')?.words.key).toBe('notOpened');
  });

  test('the meeting waits for three, then can begin, then counts down', () => {
    const two = { ...reflection, answered: 2 };
    expect(step({ rounds: [two] }, 'dialogue')?.progress).toBe('waiting');
    expect(next({ rounds: [...closedSurveys, two] }).what).toBe('collecting');
    expect(next({ rounds: [...closedSurveys, reflection] })).toEqual({
      what: 'dialogue',
      where: 'dialogue',
    });
    expect(step({ rounds: [reflection], revealed: true, positionsLeft: 7 }, 'dialogue')).toEqual({
      id: 'dialogue',
      progress: 'going',
      words: { key: 'dialogueLeft', count: 7 },
    });
  });

  test('when all positions stand, the goals are next, and two of them end the year', () => {
    const done = { rounds: [...closedSurveys, reflection], revealed: true, positionsLeft: 0 };
    expect(next(done)).toEqual({ what: 'goals', where: 'results' });
    expect(next({ ...done, goals: 1 }).what).toBe('goals');
    expect(next({ ...done, goals: 2 }).what).toBe('done');
  });

  test('more than two goals after a merge are shown as a question', () => {
    const merged = step({ goals: 3, goalsUndecided: true }, 'goals');
    expect(merged).toMatchObject({ progress: 'going', words: { key: 'goalsMany', count: 3 } });
  });

  test('a third goal that was chosen with a reason is no question', () => {
    const chosen = step({ goals: 3 }, 'goals');
    expect(chosen).toMatchObject({ progress: 'done', words: { key: 'goalsMore', count: 3 } });
  });
});

test('a survey whose answers were purged is done, and is not opened anew', () => {
  const purged = new Map([
    ['parents', 34],
    ['children', 41],
  ] as const);
  expect(step({ purged }, 'parents')).toMatchObject({
    progress: 'done',
    words: { key: 'closed', count: 34 },
  });
  expect(step({ purged }, 'results')?.words.key).toBe('resultsSome');
  expect(next({ purged, rounds: [reflection] }).what).toBe('dialogue');
  const team = new Map([['reflection', 9]] as const);
  expect(step({ purged: team, positionsLeft: 0 }, 'dialogue')?.words.key).toBe('dialogueDone');
});
