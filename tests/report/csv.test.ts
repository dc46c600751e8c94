import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, type CsvCell } from '#report/csv-text.ts';
import { csvBytes, csvColumns, resultsToCsv, type CsvTexts } from '#report/csv.ts';
import type { Mark } from '#instruments/form.ts';
import type { Distribution, ItemTrend, ResultsView } from '#projections/views.ts';

const nasty = [
  'plain',
  '',
  'semi;colon, comma',
  'say "hej"',
  'two\r\nlines',
  'new\nline',
  '\ttabbed',
  ' spaced ',
  '=1+1',
  '@SUM(A1)',
  '-2 grader',
  '+46',
  '＝1+1',
  '\u00e5\u00e4\u00f6 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \ud83d\ude42',
];

/** An independent reader of RFC 4180, character by character. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && text.charAt(at + 1) === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += sign;
  }
  if (quoted || cell !== '' || row.length > 0) throw new Error('the last row has no end');
  return rows;
}

const texts: CsvTexts = {
  column: (column) => `col ${column}`,
  form: (form) => `form ${form}`,
  area: (area) => `area ${area}`,
  goal: (goal) => `goal; "${goal}"`,
  item: (_, item) => `=text of ${item}`,
  mark: (_, mark, item) => `${mark} (${item ?? 'group'})`,
  measure: (measure) => `measure ${measure}`,
  withheld: (why) => `withheld ${why}`,
  verdict: (verdict) => `verdict ${verdict}`,
  sentence: (trend, year) => `=${Object.values(trend)[0]} ${year}; "så"`,
};

function spread(counts: readonly [number, number][], favourable: number): Distribution {
  const rated = counts.reduce((sum, [, count]) => sum + count, 0);
  return { points: new Map(counts), nonAnswers: new Map([['unknown', 1]]), rated, favourable };
}

function trend(form: ItemTrend['form'], item: string, position: Mark | null): ItemTrend {
  const value = spread(
    [
      [3, 5],
      [1, 1],
    ],
    5,
  );
  const year = {
    year: 2026,
    source: 'rounds',
    answered: 7,
    spread: { shown: true, value },
    missing: 1,
    continues: true,
    position,
    middleOfCounts: null,
    positionsDiffer: false,
    comment: position === null ? '' : 'Vi tar upp det\ni mars; "snart"',
  } as const;
  return { item, form, years: [year], comparisons: [], verdict: null };
}

const none = { waiting: 0, mayCount: false, onTheirWay: 0 };
const view: ResultsView = {
  year: 2026,
  least: 6,
  areas: [
    {
      area: 'general',
      items: ['r01'],
      years: [
        {
          year: 2026,
          points: new Map([[5, 1]]),
          placed: 1,
          favourable: 1,
          applicable: 3,
          continues: true,
        },
      ],
    },
  ],
  statements: [trend('reflection', 'r01', 5), trend('reflection', 'r17', 'unknown')],
  parentGoals: [
    {
      goal: 'goal1',
      items: ['p-near'],
      years: [
        {
          year: 2026,
          source: 'rounds',
          answered: 4,
          share: { shown: false, why: 'tooFew' },
          continues: true,
        },
      ],
      comparisons: [{ year: 2025, comparable: false, why: 'tooFew' }],
      verdict: { verdict: 'tooFew', against: 2025 },
    },
  ],
  parentItems: [],
  children: [trend('children', 'c-feel', null)],
  ownQuestions: [
    {
      key: 'l-choice',
      id: 'l-choice',
      text: '=När kommer du?',
      rounds: ['r'],
      answered: 9,
      kind: 'choice',
      options: [
        { id: 'o1', text: 'Förmiddag' },
        { id: 'o2', text: 'Kväll' },
      ],
      chosen: { shown: true, value: new Map([['o1', 7]]) },
    },
    {
      key: 'l-agree',
      id: 'l-agree',
      text: 'Jag hittar hit.',
      rounds: ['r'],
      answered: 9,
      kind: 'agree',
      spread: { shown: false, why: 'tooFew' },
    },
    { key: 'l-text', id: 'l-text', text: 'Vad mer?', rounds: ['r'], answered: 9, kind: 'text' },
  ],
  quotes: [],
  respondents: {
    reflection: { answered: 7, families: null },
    parents: { answered: 4, families: 80 },
    children: { answered: 7, families: null },
  },
  later: { reflection: none, parents: none, children: none },
  setAside: { reflection: 0, parents: 0, children: 0 },
};

function rowsOf(
  variant: 'machine' | 'swedishExcel',
  of: ResultsView = view,
): Record<string, string>[] {
  const text = resultsToCsv(of, texts, variant).replace(/^\uFEFF/, '');
  const [, ...rows] = parseCsv(text, variant === 'machine' ? ',' : ';');
  return rows.map((row) => Object.fromEntries(csvColumns.map((it, n) => [it, row[n] ?? '?'])));
}

describe('CSV text', () => {
  it('for machines reads back as it was written, nasty cells included', () => {
    const cell = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary' }));
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseCsv(csvText(rows, 'machine'), ',')).toEqual(rows);
      }),
    );
  });

  it('for Excel reads back likewise, with an apostrophe before what Excel would run', () => {
    const rows = [nasty];
    const text = csvText(rows, 'swedishExcel');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [read] = parseCsv(text.slice(1), ';');
    const defused = new Set(['=1+1', '@SUM(A1)', '-2 grader', '+46', '\ttabbed', '＝1+1']);
    expect(read).toEqual(nasty.map((cell) => (defused.has(cell) ? `'${cell}` : cell)));
  });

  it('leaves no text in an Excel cell that starts a formula', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ';', ' ', 'a'),
        }),
        (cell) => {
          const [read] = parseCsv(csvText([[cell, 'x']], 'swedishExcel').slice(1), ';');
          expect(read?.[0]).not.toMatch(/^[=+\-@\t\r\n]/);
        },
      ),
    );
  });

  it.each<[CsvCell, string, string]>([
    [0.8333, '0,8333', '0.8333'],
    [-4.5, '-4,5', '-4.5'],
    [12, '12', '12'],
    [null, '', ''],
  ])('writes %s as %s in Swedish and %s for machines', (cell, swedish, machine) => {
    expect(csvText([[cell]], 'swedishExcel')).toBe(`\uFEFF${swedish}\r\n`);
    expect(csvText([[cell]], 'machine')).toBe(`${machine}\r\n`);
  });

  it('as bytes is UTF-8 and keeps the byte order mark', () => {
    expect([...csvBytes(csvText([['å']], 'swedishExcel'))]).toEqual([
      0xef, 0xbb, 0xbf, 0xc3, 0xa5, 0x0d, 0x0a,
    ]);
  });
});

describe('results as CSV', () => {
  it('have ids as column names for machines and words for people', () => {
    expect(resultsToCsv(view, texts, 'machine')).toMatch(/^year,source,form,formText,/);
    expect(resultsToCsv(view, texts, 'swedishExcel')).toMatch(/^\uFEFFcol year;col source;/);
  });

  it('have a row for every measure, with ids, texts and a decimal mark of the variant', () => {
    const find = (variant: 'machine' | 'swedishExcel', measure: string, code = '') =>
      rowsOf(variant).filter(
        (row) => row['item'] === 'c-feel' && row['measure'] === measure && row['code'] === code,
      );
    expect(find('machine', 'share')).toMatchObject([{ number: '0.8333', source: 'rounds' }]);
    expect(find('swedishExcel', 'share')).toMatchObject([
      { number: '0,8333', itemText: "'=text of c-feel" },
    ]);
    expect(find('machine', 'count', '3')).toMatchObject([
      { number: '5', codeText: '3 (c-feel)', itemText: '=text of c-feel', group: '' },
    ]);
    expect(find('machine', 'nonAnswer', 'unknown')).toMatchObject([{ number: '1' }]);
    expect(find('machine', 'rated')).toMatchObject([{ number: '6' }]);
    expect(find('machine', 'missing')).toMatchObject([{ number: '1' }]);
    // Wilson's interval of 5 of 6.
    expect(find('machine', 'shareLower')).toMatchObject([{ number: '0.4365' }]);
    expect(find('swedishExcel', 'shareUpper')).toMatchObject([{ number: '0,9699' }]);
    expect(find('swedishExcel', 'sentence')).toMatchObject([{ text: `'=c-feel 2026; "så"` }]);
  });

  it('carry positions and comments whole', () => {
    const rows = rowsOf('machine').filter(({ item }) => item === 'r01');
    expect(rows.find(({ measure }) => measure === 'position')).toMatchObject({
      code: '5',
      number: '5',
      group: 'general',
    });
    expect(rows.find(({ measure }) => measure === 'comment')).toMatchObject({
      text: 'Vi tar upp det\ni mars; "snart"',
    });
  });

  it('tell how many stand behind an item, where late answers to it wait: they are the sum of the rest', () => {
    const late = view.children.map((one) => ({
      ...one,
      years: one.years.map((year) => ({ ...year, answered: 13 })),
    }));
    const rows = rowsOf('machine', { ...view, children: late });
    const [first] = late;
    const of = (...measures: string[]): number =>
      rows
        .filter(({ item, measure }) => item === first?.item && measures.includes(measure ?? ''))
        .reduce((sum, { number }) => sum + Number(number), 0);
    expect(of('answered')).toBe(13);
    expect(of('respondents')).toBe(of('rated', 'nonAnswer', 'missing'));
  });

  it('never hold the spread of a statement that may be about one colleague, but its position', () => {
    const rows = rowsOf('machine').filter(({ item }) => item === 'r17');
    expect(rows.map(({ measure, code }) => `${measure} ${code}`)).toEqual([
      'answered ',
      'withheld notExported',
      'position unknown',
      'comment ',
      'sentence ',
    ]);
  });

  it.each([
    ['a team of under six', 5],
    ['a statement that five of seven have placed', 7],
  ])('never hold the spread of %s, but its position', (_, answered) => {
    const [whole] = view.statements;
    if (whole === undefined) throw new Error('no statement');
    const years = whole.years.map((year) => ({
      ...year,
      answered,
      spread: { shown: true, value: spread([[5, 5]], 5) } as const,
    }));
    const rows = rowsOf('machine', { ...view, statements: [{ ...whole, years }] });
    const measures = rows.filter(({ item }) => item === 'r01').map(({ measure }) => measure);
    expect(measures).toEqual(['answered', 'withheld', 'position', 'comment', 'sentence']);
  });

  it('name the text pack that worded a statement, and the years that it cannot be held against', () => {
    const [whole] = view.statements;
    if (whole === undefined) throw new Error('no statement');
    const years = whole.years.map((year) => ({ ...year, wording: 'Länet 2027' }));
    const comparisons = [{ year: 2025, comparable: false, why: 'notComparable' }] as const;
    const rows = rowsOf('machine', { ...view, statements: [{ ...whole, years, comparisons }] });
    const ofItem = rows.filter(({ item }) => item === 'r01');
    expect(ofItem.find(({ measure }) => measure === 'wording')).toMatchObject({
      text: 'Länet 2027',
      year: '2026',
    });
    expect(ofItem.find(({ measure }) => measure === 'verdict')).toMatchObject({
      code: 'notComparable',
      number: '2025',
    });
    expect(rowsOf('machine').some(({ measure }) => measure === 'wording')).toBe(false);
  });

  it('say why a result is withheld, and hold no number of it', () => {
    const rows = rowsOf('machine').filter(({ group }) => group === 'goal1');
    expect(rows).toMatchObject([
      { measure: 'answered', number: '4' },
      { measure: 'withheld', code: 'tooFew', number: '', codeText: 'withheld tooFew' },
      { measure: 'verdict', code: 'tooFew', codeText: 'verdict tooFew', number: '2025' },
      { measure: 'sentence' },
    ]);
  });

  it('hold the centre’s own questions with their own words, suppressed like all others', () => {
    const rows = (item: string) => rowsOf('machine').filter((row) => row['item'] === item);
    expect(rows('l-choice')).toMatchObject([
      { measure: 'answered', number: '9', itemText: '=När kommer du?', form: 'parents' },
      { measure: 'count', code: 'o1', codeText: 'Förmiddag', number: '7' },
      { measure: 'count', code: 'o2', codeText: 'Kväll', number: '0' },
    ]);
    expect(rows('l-agree')).toMatchObject([
      { measure: 'answered' },
      { measure: 'withheld', code: 'tooFew', number: '' },
    ]);
    expect(rows('l-text')).toMatchObject([{ measure: 'answered', itemText: 'Vad mer?' }]);
    expect(rowsOf('swedishExcel').some(({ itemText }) => itemText === "'=När kommer du?")).toBe(
      true,
    );
  });

  it('tell who answered and about how many families came', () => {
    const rows = rowsOf('machine').filter(({ group, item }) => group === '' && item === '');
    expect(rows.map(({ form, measure, number }) => [form, measure, number])).toEqual([
      ['reflection', 'answered', '7'],
      ['parents', 'answered', '4'],
      ['parents', 'families', '80'],
      ['children', 'answered', '7'],
    ]);
  });
});
