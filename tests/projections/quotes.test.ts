import { describe, expect, it } from 'vitest';
import { logWorry, noteText } from '#commands/note-text.ts';
import { setField } from '#commands/set-field.ts';
import { textOf } from '#projections/book-values.ts';
import { contestedFields } from '#projections/contested-fields.ts';
import { foldLedger } from '#projections/ledger.ts';
import { maskWords, wordsOf } from '#projections/mask-words.ts';
import { resultsView } from '#projections/results-view.ts';
import { worryLog } from '#projections/worries.ts';
import { bookPaths, roundOfPath } from '#records/book-paths.ts';
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

describe('a free text that two noted at once', () => {
  const original = 'Anna och Karin är bra, Anna mest';
  function setupTwo() {
    const centre = setupCentre();
    centre.round('p', 'parents', 2026);
    centre.text('p', 'p-good', original);
    const [text = ''] = centre.ledger().textIds.get('p') ?? [];
    const before = centre.ledger();
    const devices = ['a', 'b'].map((device) => setupCommands(device).deps);
    const noteAtOnce = (field: 'masked' | 'hidden' | 'quote', values: readonly unknown[]): void => {
      for (const [at, deps] of devices.entries()) {
        const note = { round: 'p', text, field, value: values[at] };
        centre.records.push(...noteText(before, note as Parameters<typeof noteText>[1], deps));
      }
    };
    const quote = () => resultsView(centre.ledger(), 2026).quotes[0];
    const path = bookPaths.textNote('p', text, 'masked');
    return { centre, text, noteAtOnce, quote, path, deps: setupCommands('c').deps };
  }

  it('shows no word that either of them took out', () => {
    const { noteAtOnce, quote } = setupTwo();
    noteAtOnce('masked', [
      '[namn] och Karin är bra, [namn] mest',
      'Anna och [namn] är bra, Anna mest',
    ]);
    expect(quote()).toMatchObject({
      text: '[namn] och [namn] är bra, [namn] mest',
      masked: true,
      masksDiffer: true,
    });
  });

  it('is not brought back by one of them while the other masks it', () => {
    const { centre, text, noteAtOnce, quote, path, deps } = setupTwo();
    noteAtOnce('masked', [
      '[namn] och Karin är bra, [namn] mest',
      'Anna och [namn] är bra, Anna mest',
    ]);
    const [one] = centre.ledger().book.field(path)?.heads ?? [];
    const other = setupCommands('d').deps;
    const unmask = {
      v: 1 as const,
      path,
      value: '',
      replaces: [...(one?.ids ?? [])],
      at: 't',
      by: 'd',
    };
    centre.records.push({ id: other.newId(), kind: 'edit', round: 'p', body: unmask });
    expect(quote()?.text).toBe('Anna och [namn] är bra, Anna mest');
    // And is settled by one note, also by one that says what stands first already.
    const first = centre.ledger().book.value(path);
    const note = { round: 'p', text, field: 'masked', value: textOf(first) } as const;
    const settled = noteText(centre.ledger(), note, deps);
    expect(settled).toHaveLength(1);
    centre.records.push(...settled);
    expect(centre.ledger().book.contested).toEqual([]);
  });

  it('is hidden if one hid it, and a quote only if both chose it', () => {
    const { centre, text, quote } = setupTwo();
    const atOnce = (field: 'hidden' | 'quote', first: boolean, second: boolean): void => {
      for (const value of [first, second])
        centre.set(bookPaths.textNote('p', text, field), value, []);
    };
    atOnce('quote', true, false);
    expect(quote()).toMatchObject({ hidden: false, chosen: false });
    atOnce('hidden', false, true);
    expect(quote()).toMatchObject({ hidden: true });
  });

  it('is offered without what either took out first, and what settles it goes with its round', () => {
    const { centre, noteAtOnce, path, deps } = setupTwo();
    noteAtOnce('masked', [
      '[namn] och Karin är bra, [namn] mest',
      'Anna och [namn] är bra, Anna mest',
    ]);
    const [field] = contestedFields(centre.ledger());
    expect(field?.choices.map(({ value, together }) => [value, together])).toEqual([
      ['[namn] och [namn] är bra, [namn] mest', true],
      ['[namn] och Karin är bra, [namn] mest', false],
      ['Anna och [namn] är bra, Anna mest', false],
    ]);
    const settled = setField(centre.ledger().book, path, field?.choices[1]?.value ?? '', deps);
    expect(settled.map(({ round }) => round)).toEqual(['p']);
  });

  it('is gone after the purge also where an edit does not name its round', () => {
    const { centre, path } = setupTwo();
    centre.set(path, '[namn] och Karin är bra');
    centre.purge('p');
    expect(centre.ledger().book.paths('rounds/p/texts/')).toEqual([]);
  });
});

describe('a field of the book', () => {
  it.each([
    [bookPaths.textNote('p', 't', 'hidden'), 'p'],
    [bookPaths.setAsideRemoved('p', 'g'), 'p'],
    [bookPaths.countedIds('p', 1, 'l'), 'p'],
    [bookPaths.roundCloses('p'), null],
    [bookPaths.centreName, null],
  ])('%s is of the round %s', (path, round) => {
    expect(roundOfPath(path)).toBe(round);
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
