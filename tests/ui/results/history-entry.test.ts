import { describe, expect, test } from 'vitest';
import { historyCounts, openHistory, saveHistory } from '#app/team/history-counts.ts';
import { takeBack } from '#app/team/taken-back.ts';
import { bookPaths } from '#records/book-paths.ts';
import { draftToEntry, emptyDraft, entryToDraft } from '#ui/team/history/draft.ts';
import { draftWarnings } from '#ui/team/history/draft-warnings.ts';
import { fakeCentre } from './fake-results.ts';
import { speak } from './speak.ts';

const nothing = { answered: null, counts: {}, positions: {} };

test('a year typed in can be taken back whole', async () => {
  const centre = fakeCentre({ history: false });
  const entry = {
    answered: 9,
    counts: { r01: { '6': 4, '5': 5 }, r02: { '3': 8, unknown: 1 } },
    positions: { r01: 5, r03: 'notHere' as const },
  };
  await saveHistory(centre, openHistory(centre, 'reflection', 2021), entry);
  expect(historyCounts(centre, 'reflection', 2021)).toEqual(entry);
  expect(centre.years.value).toContain(2021);
  await saveHistory(centre, openHistory(centre, 'reflection', 2021), nothing);
  expect(historyCounts(centre, 'reflection', 2021)).toEqual(nothing);
  expect(centre.years.value).not.toContain(2021);
});

test('a joint position alone is enough', async () => {
  const centre = fakeCentre({ history: false, agreed: false });
  const base = openHistory(centre, 'reflection', 2022);
  await saveHistory(centre, base, { ...nothing, positions: { r05: 2 } });
  const trend = centre.results(2022).statements.find(({ item }) => item === 'r05');
  expect(trend?.years.map(({ year, position }) => [year, position])).toEqual([[2022, 2]]);
});

describe('while a year is being entered on one device', () => {
  const r01 = bookPaths.positionMark(2026, 'r01');
  const r03 = bookPaths.historyCounts('reflection', 2026, 'r03');
  function setupScreen() {
    const centre = fakeCentre({ history: false, agreed: false });
    const base = openHistory(centre, 'reflection', 2026);
    const contested = (): readonly string[] => centre.contested.value.map(({ path }) => path);
    return { centre, base, contested };
  }

  test('what another writes in other fields stands', async () => {
    const { centre, base, contested } = setupScreen();
    await centre.agreePosition(2026, 'r01', 5);
    await centre.agreePosition(2026, 'r02', 3);
    await centre.setField(r03, { '4': 7 });
    const entered = draftToEntry({ ...entryToDraft(base.entry), answered: '7' });
    const written = await saveHistory(centre, base, entered);
    const meant = { answered: 7, counts: { r03: { '4': 7 } }, positions: { r01: 5, r02: 3 } };
    expect(historyCounts(centre, 'reflection', 2026)).toEqual(meant);
    await centre.agreePosition(2026, 'r04', 2);
    await takeBack(centre, written);
    expect(historyCounts(centre, 'reflection', 2026)).toEqual({
      ...meant,
      answered: null,
      positions: { ...meant.positions, r04: 2 },
    });
    expect(contested()).toEqual([]);
  });

  test('what another writes in the same field stands beside it, and so it does after an undo', async () => {
    const { centre, base, contested } = setupScreen();
    await centre.agreePosition(2026, 'r01', 5);
    const written = await saveHistory(centre, base, { ...base.entry, positions: { r01: 2 } });
    const both = centre.contested.value[0]?.choices.map(({ value }) => value);
    expect(both?.toSorted()).toEqual([2, 5]);
    await takeBack(centre, written);
    expect(contested()).toEqual([r01]);
    expect(centre.contested.value[0]?.choices.map(({ value }) => value)).toContain(5);
  });

  test('nothing is written where nothing was changed', async () => {
    const { centre, base } = setupScreen();
    await centre.agreePosition(2026, 'r01', 5);
    expect(await saveHistory(centre, base, base.entry)).toEqual([]);
  });
});

test('what is typed survives, and only whole numbers are saved', () => {
  const draft = {
    answered: ' 12 ',
    counts: { 'p-near': { '4': '7', '3': 'fem', '2': '-1', '1': '' } },
    positions: { r01: '6', r02: '7' },
  };
  const entry = draftToEntry(draft);
  expect(entry).toEqual({ answered: 12, counts: { 'p-near': { '4': 7 } }, positions: { r01: 6 } });
  expect(draftToEntry(entryToDraft(entry))).toEqual(entry);
});

test('a row larger than who answered is warned about in words', async () => {
  const text = await speak();
  const draft = { ...emptyDraft, answered: '9', counts: { r01: { '6': '8', unknown: '2' } } };
  expect([...draftWarnings(text, 'reflection', draft, 6)]).toEqual([
    ['r01', 'Raden blir 10, men bara 9 svarade. Det sparas ändå. Kontrollera gärna mot papperet.'],
  ]);
  expect(draftWarnings(text, 'parents', { ...emptyDraft, answered: '5' }, 6).get('answered')).toBe(
    'Med färre än 6 svar sparas siffrorna, men de visas inte.',
  );
});
