import { expect, test } from 'vitest';
import { breakdown } from '#projections/breakdown.ts';
import { expectedHelp } from '#projections/expected-help.ts';
import { goalCandidates } from '#projections/goal-candidates.ts';
import { themeVoices } from '#projections/theme-voices.ts';
import type { Verdict } from '#projections/views.ts';
import { candidateCells, candidateColumns } from '#ui/team/goals/candidates/candidate-table.ts';
import { columnRoles, previewCells } from '#ui/team/history/import/import-words.ts';
import { breakdownTable } from '#ui/team/results/breakdown/breakdown-table.ts';
import { expectedHelpText } from '#ui/team/results/expected-help/expected-help-text.ts';
import { fileNameOf, plainTable } from '#ui/team/results/figure-files/plain-table.ts';
import { itemTable } from '#ui/team/results/figures/item-figure.tsx';
import { quotesFound } from '#ui/team/results/quotes/quotes-found.ts';
import {
  childrenWords,
  parentWords,
  questionWords,
  staffWords,
} from '#ui/team/results/three-voices/voice-words.ts';
import { judgedSubjects } from '#ui/team/results/verdicts/judged-subjects.ts';
import { fakeCentre, fakeYear } from './fake-results.ts';
import { speak } from './speak.ts';

const unfilled = /\{\{|undefined|NaN|results\.|candidates\.|import\./u;

test.each(['sv', 'en'] as const)(
  'what stands beside the charts is whole in %s',
  async (language) => {
    const text = await speak(language);
    const centre = fakeCentre();
    const view = centre.results(fakeYear);
    const ledger = centre.ledger.value;
    const table = breakdown(ledger, fakeYear, 'mode');
    const words = [
      ...themeVoices(view).flatMap((voices) => [
        staffWords(text, voices),
        questionWords(text, voices),
        parentWords(text, voices),
        ...childrenWords(text, voices),
      ]),
      ...plainTable({ columns: candidateColumns(text), rows: [] }).columns,
      ...goalCandidates(ledger, view).flatMap((candidate) => candidateCells(text, candidate)),
      ...(table === undefined
        ? []
        : plainTable(breakdownTable(text, table)).rows.flatMap((row) => row.map(String))),
      expectedHelpText(text, expectedHelp(ledger, 'parents', fakeYear)),
      expectedHelpText(text, expectedHelp(ledger, 'children', 1999)),
      ...columnRoles(text, 'reflection').map(({ label }) => label),
      ...previewCells(text, 'parents', { line: 1, ok: false, text: 'x', fault: 'noCount' }),
    ];
    for (const one of words) expect(one).not.toMatch(unfilled);
  },
);

test('before a round opens it is said what it can tell, in the domain’s own words', async () => {
  const text = await speak();
  const help = { count: 20, from: null, points: { from: 25, to: 30 }, twice: null };
  expect(expectedHelpText(text, help)).toBe(
    'Med 20 svar ser vi bara skillnader på ungefär 25–30 procentenheter.',
  );
});

test('a hidden cell is a word, never a number; nobody is not the same as hidden', async () => {
  const text = await speak();
  const table = breakdownTable(text, {
    year: 2026,
    dimension: 'gender',
    groups: ['woman', 'man', 'other'],
    respondents: 24,
    sizes: new Map([
      ['woman', { is: 'shown', value: 20 }],
      ['man', { is: 'hidden' }],
      ['other', { is: 'empty' }],
    ]),
    items: new Map(),
  });
  expect(table.rows[0]?.cells).toEqual(['20', 'dold', 'ingen']);
});

test('every verdict has its own heading in what has changed', async () => {
  const text = await speak();
  const view = fakeCentre().results(fakeYear);
  const verdicts: readonly Verdict[] = ['better', 'worse', 'cannotTell', 'tooFew', 'notComparable'];
  const goals = view.parentGoals.map((goal, at) => {
    const verdict = verdicts[at];
    return { ...goal, verdict: verdict === undefined ? null : { verdict, against: 2024 } };
  });
  const judged = judgedSubjects(text, { ...view, parentGoals: goals, children: [] });
  expect(judged.map(({ verdict }) => verdict)).toEqual(verdicts);
  for (const { name } of judged) expect(name).toContain('(mot 2024)');
});

test('a chart’s file holds the cells of its table, hidden ones as words', async () => {
  const text = await speak();
  const [item] = fakeCentre({ parents: 5 }).results(fakeYear).parentItems;
  if (item === undefined) throw new Error('no item');
  const { columns, rows } = plainTable(itemTable(text, item));
  expect(rows[0]?.length).toBe(columns.length);
  expect(rows[0]).toContain('dold');
  expect(fileNameOf('Mål 3: Barn & föräldrar')).toBe('mål-3-barn-föräldrar');
});

test('a search finds texts with all its words, in any case, and never hidden ones', () => {
  const quotes = fakeCentre().results(fakeYear).quotes;
  const [first] = quotes;
  if (first === undefined) throw new Error('no texts');
  expect(quotesFound(quotes, 'ARABISKA tack')).toHaveLength(1);
  expect(quotesFound(quotes, 'arabiska sång')).toHaveLength(0);
  expect(quotesFound([{ ...first, hidden: true }], '')).toEqual([]);
});
