import { expect, test } from 'vitest';
import { evidenceGroups } from '#ui/team/goals/evidence/evidence-groups.ts';
import {
  needsOtherMeasure,
  restsOnChildrenOnly,
} from '#ui/team/goals/goal-editor/needs-other-measure.ts';
import { subjectName, subjectOf } from '#ui/team/results/subjects.ts';
import { fakeCentre, fakeYear } from './fake-results.ts';
import { speak } from './speak.ts';

test('a goal that rests on our own marks only asks for something more', () => {
  expect(needsOtherMeasure({ evidence: ['r25', 'equality'] })).toBe(true);
  expect(needsOtherMeasure({ evidence: ['r25', 'p-equal-parents'] })).toBe(false);
  expect(needsOtherMeasure({ evidence: ['goal3'] })).toBe(false);
  expect(needsOtherMeasure({ evidence: [] })).toBe(false);
});

test('a goal that points at a question or a count may have our own marks beside it', () => {
  const evidence = ['r25', 'equality'];
  expect(needsOtherMeasure({ evidence }, { by: 'count' })).toBe(false);
  expect(needsOtherMeasure({ evidence }, { by: 'parents', id: 'p-equal-parents' })).toBe(false);
  expect(needsOtherMeasure({ evidence }, { by: 'words' })).toBe(true);
});

test("the children's voices are never a goal's only reason", () => {
  expect(restsOnChildrenOnly({ evidence: ['c-feel', 'c-listen'] })).toBe(true);
  expect(restsOnChildrenOnly({ evidence: ['c-feel', 'p-child-say'] })).toBe(false);
});

test('areas, goals and items can all be evidence, and have names', async () => {
  const text = await speak();
  const view = fakeCentre().results(fakeYear);
  const ids = evidenceGroups(text, view, []).flatMap(({ options }) => options.map(({ id }) => id));
  expect(ids).toHaveLength(6 + 30 + 6 + 16 + 3);
  for (const id of ids) {
    const subject = subjectOf(id);
    if (subject === undefined) throw new Error(`unknown ${id}`);
    expect(subjectName(text, subject)).not.toBe(id);
  }
  const left = evidenceGroups(text, view, ['r25']).flatMap(({ options }) => options);
  expect(left.map(({ id }) => id)).not.toContain('r25');
});
