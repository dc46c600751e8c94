import { describe, expect, it } from 'vitest';
import { logWorry, noteText } from '#commands/note-text.ts';
import { foldLedger } from '#projections/ledger.ts';
import { maskWords, wordsOf } from '#projections/quotes.ts';
import { resultsView } from '#projections/results-view.ts';
import { worryLog } from '#projections/worries.ts';
import { setupCommands } from '../commands/centre.ts';
import { setupCentre } from './centre-records.ts';

function setupTexts() {
  const centre = setupCentre();
  const { deps } = setupCommands('texts');
  centre.round('p', 'parents', 2026);
  centre.text('p', 'p-good', 'Anna Berg på öppna förskolan är bäst');
  centre.text('p', 'p-change', 'Mer sång');
  const quotes = () => resultsView(centre.ledger(), 2026).quotes;
  const note = (index: number, field: 'masked' | 'hidden' | 'quote', value: string | boolean) => {
    const quote = quotes()[index];
    if (quote === undefined) throw new Error('no such text');
    const of = { round: quote.round, text: quote.id };
    const records =
      field === 'masked'
        ? noteText(centre.ledger(), { ...of, field, value: String(value) }, deps)
        : noteText(centre.ledger(), { ...of, field, value: value === true }, deps);
    centre.records.push(...records);
    return records;
  };
  return { centre, deps, quotes, note };
}

describe('a free text', () => {
  it('is chosen, hidden and masked without its original being touched', () => {
    const { quotes, note } = setupTexts();
    note(0, 'quote', true);
    expect(quotes()[0]).toMatchObject({ chosen: true, masked: false });
    note(0, 'masked', '[namn] är bäst');
    expect(quotes()[0]).toMatchObject({ chosen: true, masked: true, text: '[namn] är bäst' });
    note(0, 'hidden', true);
    expect(quotes()[0]).toMatchObject({ chosen: false, hidden: true });
    note(0, 'masked', '');
    expect(quotes()[0]).toMatchObject({
      masked: false,
      text: 'Anna Berg på öppna förskolan är bäst',
    });
  });

  it('is noted once, and only where it is', () => {
    const { centre, deps, note } = setupTexts();
    expect(note(0, 'hidden', false)).toEqual([]);
    expect(note(0, 'hidden', true)).toHaveLength(1);
    expect(note(0, 'hidden', true)).toEqual([]);
    const nowhere = { round: 'p', text: 'gone', field: 'hidden', value: true } as const;
    expect(noteText(centre.ledger(), nowhere, deps)).toEqual([]);
  });

  it('goes with its notes when the round is purged', () => {
    const { centre, note } = setupTexts();
    note(0, 'masked', '[namn] är bäst');
    centre.purge('p');
    const left = foldLedger(centre.records);
    expect(left.book.paths('rounds/p/texts/')).toEqual([]);
  });
});

describe('masking', () => {
  it('takes whole words, and two beside each other as one', () => {
    const text = 'Anna-Lisa Berg, säger Ali: tack!';
    const words = wordsOf(text);
    expect(words.filter(({ isWord }) => isWord).map(({ text: word }) => word)).toEqual([
      'Anna-Lisa',
      'Berg',
      'säger',
      'Ali',
      'tack',
    ]);
    const places = new Set(
      words.flatMap(({ text: word }, at) =>
        ['Anna-Lisa', 'Berg', 'Ali'].includes(word) ? [at] : [],
      ),
    );
    expect(maskWords(text, places, '[namn]')).toBe('[namn], säger [namn]: tack!');
    expect(maskWords(text, new Set(), '[namn]')).toBe(text);
  });
});

describe('the log of worrying answers', () => {
  it('holds the day and the action, newest first, and no text', () => {
    const { centre, deps } = setupTexts();
    for (const [day, action] of [
      ['2026-11-20', 'Rådgjorde med socialtjänsten'],
      ['2026-11-25', 'Anmälan'],
    ] as const) {
      centre.records.push(...logWorry({ day, action }, deps));
    }
    expect(worryLog(centre.ledger().book).map(({ day, action }) => [day, action])).toEqual([
      ['2026-11-25', 'Anmälan'],
      ['2026-11-20', 'Rådgjorde med socialtjänsten'],
    ]);
    const logged = JSON.stringify(centre.records.filter(({ kind }) => kind === 'edit'));
    expect(logged).not.toMatch(/Anna|Mer sång/u);
  });
});
