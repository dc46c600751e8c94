import { expect, test } from 'vitest';
import type { ResultsView } from '#projections/views.ts';
import { spreadText, trendText } from '#ui/team/results/sentence-text.ts';
import { summarySentences } from '#ui/team/results/summary/summary-sentences.ts';
import { fakeCentre, fakeYear, type FakeOptions } from './fake-results.ts';
import { speak } from './speak.ts';

const situations: readonly FakeOptions[] = [
  {},
  { revealed: false, agreed: false },
  { parentsClosed: false },
  { parents: 4, children: 3 },
  { history: false },
  { staff: 0, parents: 0, children: 0, agreed: false },
];

function allTrends(view: ResultsView) {
  return [
    ...view.areas,
    ...view.statements,
    ...view.parentGoals,
    ...view.parentItems,
    ...view.children,
  ];
}

test.each(['sv', 'en'] as const)('every sentence is whole in %s', async (language) => {
  const text = await speak(language);
  for (const situation of situations) {
    const view = fakeCentre(situation).results(fakeYear);
    const sentences = [
      ...summarySentences(text, view),
      ...allTrends(view).map((trend) => trendText(text, trend, fakeYear)),
      ...view.statements.flatMap(({ years }) => years.map((year) => spreadText(text, year))),
    ];
    for (const sentence of sentences) {
      // Neither an unfilled place, a bare key nor a missing value.
      expect(sentence).not.toMatch(/\{\{|undefined|NaN|sentence\.|verdict\./u);
    }
  }
});

test('stops are words in a sentence, never numbers', async () => {
  const text = await speak();
  const [first] = fakeCentre().results(fakeYear).statements;
  if (first === undefined) throw new Error('no statement');
  expect(trendText(text, first, fakeYear)).toMatch(
    /^Er gemensamma bedömning gick från ”(?:Fungerar|Behöver utvecklas)[^\d]*” 2025 till ”(?:Fungerar|Behöver utvecklas)[^\d]*” 2026\.$/u,
  );
});

test('an open round says when its answers will be shown', async () => {
  const text = await speak();
  const [goal] = fakeCentre({ parentsClosed: false }).results(fakeYear).parentGoals;
  if (goal === undefined) throw new Error('no goal');
  expect(trendText(text, goal, fakeYear)).toBe(
    '54 har svarat 2026. Svaren visas när omgången stängs.',
  );
});

test('the summary begins with who answered', async () => {
  const [first] = summarySentences(await speak(), fakeCentre().results(fakeYear));
  expect(first).toBe(
    '2026 har 54 föräldrar, 38 barn och 9 i teamet svarat. Ungefär 80 familjer kom under tiden för föräldraenkäten.',
  );
});
