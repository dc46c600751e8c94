import { expect, test } from 'vitest';
import type { ImportedRow, ItemHistory } from '#app/team/history-import.ts';
import { replacedBy, saveImport } from '#app/team/save-import.ts';
import { bookPaths } from '#records/book-paths.ts';
import { previewCells } from '#ui/team/history/import/import-words.ts';
import { fakeCentre } from './fake-results.ts';
import { speak } from './speak.ts';

const year = 2021;
const row = (item: string, values: ItemHistory) => ({ line: 1, ok: true, item, values }) as const;

function setupImport() {
  const centre = fakeCentre({ history: false });
  const share = () => {
    const trend = centre.results(year).parentItems.find(({ item }) => item === 'p-near');
    const spread = trend?.years.find((one) => one.year === year)?.spread;
    return spread?.shown === true ? [spread.value.favourable, spread.value.rated] : null;
  };
  const stands = () =>
    [
      bookPaths.historyCounts('parents', year, 'p-near'),
      bookPaths.historyShare('parents', year, 'p-near'),
    ].map((path) => centre.fieldValue(path) ?? null);
  const save = (values: ItemHistory) =>
    saveImport(centre, 'parents', year, [row('p-near', values)]);
  return { centre, share, stands, save };
}

test('a share that is imported over counts is the one that is shown, and an undo gives the counts back', async () => {
  const { share, stands, save } = setupImport();
  await save({ counts: { '4': 10, '1': 10 } });
  expect(share()).toEqual([10, 20]);
  const undo = await save({ share: { favourable: 72, of: 80 } });
  expect(share()).toEqual([72, 80]);
  expect(stands()).toEqual([{}, { favourable: 72, of: 80 }]);
  await undo();
  expect(share()).toEqual([10, 20]);
  expect(stands()).toEqual([{ '4': 10, '1': 10 }, null]);
});

test('counts take a share’s place in the same way, and a corrected share an older one’s', async () => {
  const { share, stands, save } = setupImport();
  await save({ share: { favourable: 60, of: 80 } });
  const undoShare = await save({ share: { favourable: 72, of: 80 } });
  expect(share()).toEqual([72, 80]);
  await undoShare();
  expect(share()).toEqual([60, 80]);
  const undoCounts = await save({ counts: { '4': 9, '1': 1 } });
  expect(share()).toEqual([9, 10]);
  expect(stands()).toEqual([{ '4': 9, '1': 1 }, null]);
  await undoCounts();
  expect(share()).toEqual([60, 80]);
});

test('the preview says what a row takes the place of, and nothing where that says the same', async () => {
  const text = await speak();
  const { centre, save } = setupImport();
  const preview = (values: ItemHistory): string | undefined => {
    const one: ImportedRow & { ok: true } = row('p-near', values);
    const replaced = replacedBy(centre, 'parents', year)(one);
    return previewCells(text, 'parents', one, replaced).at(-1);
  };
  const share = { favourable: 72, of: 80 };
  expect(preview({ share })).toBe('72 av 80 positiva');
  await save({ counts: { '4': 10, '1': 9 } });
  expect(preview({ share })).toBe(
    '72 av 80 positiva. Ersätter Stämmer inte alls: 9 och Stämmer helt: 10.',
  );
  await save({ share });
  expect(preview({ share })).toBe('72 av 80 positiva');
  expect(preview({ counts: { '4': 10 } })).toBe('Stämmer helt: 10. Ersätter 72 av 80 positiva.');
});
