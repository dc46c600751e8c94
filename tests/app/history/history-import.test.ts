import { describe, expect, it } from 'vitest';
import { guessRoles, importRows, readTable, type ColumnRole } from '#app/team/history-import.ts';

const names = new Map([
  ['p-near', ['Nära och lätt att nå']],
  ['p-hours', ['Öppettider']],
  ['r02', ['Barnkonventionen']],
]);

function imported(form: 'reflection' | 'parents', text: string, roles?: readonly ColumnRole[]) {
  const rows = readTable(text);
  return importRows(form, rows, roles ?? guessRoles(form, rows, names), names);
}

describe('the columns of a pasted table', () => {
  it('are guessed by their heads, though counts look like the statements’ numbers', () => {
    const rows = readTable('Påstående;Fungerar;Behöver utvecklas\nBarnkonventionen;7;2\nAnnat;1;3');
    expect(guessRoles('reflection', rows, names)).toEqual(['item', 'works', 'develop']);
  });

  it('are guessed without heads from the items that they name, whatever words are in those', () => {
    const known = new Map([['r10', ['Gemensamt ansvar']]]);
    const rows = readTable('Gemensamt ansvar;7;2');
    expect(guessRoles('reflection', rows, known)[0]).toBe('item');
  });
});

describe('a pasted table', () => {
  it('is cut by tabs, semicolons or commas, quotes and empty lines taken care of', () => {
    const rows = [
      ['a', 'b "c"', ''],
      ['d', 'e\nf', '1'],
    ];
    expect(readTable('a\tb "c"\t\r\n\r\nd\t"e\nf"\t1').map(({ cells }) => cells)).toEqual(rows);
    expect(readTable('\uFEFFa;"b ""c""";\nd;"e\nf";1\n').map(({ cells }) => cells)).toEqual(rows);
    expect(readTable('a,"b ""c""",\nd,"e\nf",1').map(({ line }) => line)).toEqual([1, 2]);
    expect(readTable('')).toEqual([]);
  });

  it('of the reflection’s two counts keeps the paper’s order, Fungerar first', () => {
    const text = 'Påstående\tFungerar\tBehöver utvecklas\n1\t7\t2\nBarnkonventionen\t3\t6';
    expect(imported('reflection', text)).toEqual([
      { line: 2, ok: true, item: 'r01', values: { share: { favourable: 7, of: 9 } } },
      { line: 3, ok: true, item: 'r02', values: { share: { favourable: 3, of: 9 } } },
    ]);
  });

  it('of percent and n becomes a share of persons, in either way to write it', () => {
    const text = 'Fråga;Andel (%);n\nNära och lätt att nå;84,5 %;40\nÖppettider;50;31';
    expect(imported('parents', text)).toMatchObject([
      { item: 'p-near', values: { share: { favourable: 34, of: 40 } } },
      { item: 'p-hours', values: { share: { favourable: 16, of: 31 } } },
    ]);
  });

  it('of one joint mark or of counts per step is taken as it is', () => {
    expect(imported('reflection', 'r01,4\nr02,6', ['item', 'position'])).toMatchObject([
      { item: 'r01', values: { position: 4 } },
      { item: 'r02', values: { position: 6 } },
    ]);
    expect(imported('parents', 'Fråga,4,3,2,1\np-near,10,5,0,1')).toMatchObject([
      { item: 'p-near', values: { counts: { 4: 10, 3: 5, 2: 0, 1: 1 } } },
    ]);
  });

  it('with counts per step and a percentage is known by its counts, and by the share where those are no steps', () => {
    expect(imported('parents', 'Fråga;4;1;%;n\np-near;10;5;67;15')).toMatchObject([
      { item: 'p-near', values: { counts: { 4: 10, 1: 5 } } },
    ]);
    const roles: ColumnRole[] = ['item', 'mark:notUsed', 'percent', 'count'];
    const [row] = imported('parents', 'p-near;3;80;15', roles);
    expect(row).toMatchObject({ values: { share: { favourable: 12, of: 15 } } });
    expect(row?.ok === true && row.values.counts).toBeUndefined();
  });

  it('says of each row what is wrong, and takes the others', () => {
    const text = [
      'Fråga;%;n',
      'Okänt;50;20',
      'p-near;150;20',
      'p-hours;50;',
      'p-welcome;50;20',
      'p-welcome;60;20',
      'p-say;;',
    ].join('\n');
    expect(imported('parents', text).map((row) => (row.ok ? row.item : row.fault))).toEqual([
      'unknownItem',
      'notPercent',
      'noCount',
      'p-welcome',
      'twice',
      'nothing',
    ]);
    expect(imported('reflection', 'r01;7\nr02;x', ['item', 'position'])).toMatchObject([
      { line: 1, fault: 'notPosition' },
      { line: 2, fault: 'notPosition' },
    ]);
  });
});
