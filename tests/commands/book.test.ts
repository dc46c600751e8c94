import { describe, expect, it } from 'vitest';
import { chooseGoal, type GoalDraft } from '#commands/choose-goal.ts';
import { enterHistory } from '#commands/enter-history.ts';
import { setField, setFields } from '#commands/set-field.ts';
import { priorityGoals } from '#projections/priority-goals.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import { editOf, setupCommands } from './centre.ts';

const path = bookPaths.centreName;

describe('setField', () => {
  it('writes an edit that replaces the one before it', () => {
    const { deps, ledger, write } = setupCommands();
    const first = editOf(write(setField(ledger().book, path, 'Solrosen', deps)));
    expect(first).toMatchObject({
      round: null,
      body: { path, value: 'Solrosen', replaces: [], at: deps.now(), by: 'd1' },
    });
    const second = editOf(write(setField(ledger().book, path, 'Solrosen i Byn', deps)));
    expect(second.body.replaces).toEqual([first.id]);
    expect(ledger().book.value(path)).toBe('Solrosen i Byn');
  });

  it.each<[JsonValue, JsonValue]>([
    ['Solrosen', 'Solrosen'],
    [
      { name: 'a', contact: 'b' },
      { contact: 'b', name: 'a' },
    ],
    [null, null],
    [
      [1, 2],
      [1, 2],
    ],
  ])('writes nothing where %j stands and %j is said', (old, same) => {
    const { deps, ledger, write } = setupCommands();
    write(setField(ledger().book, path, old, deps));
    expect(setField(ledger().book, path, same, deps)).toEqual([]);
  });

  it('settles a contested field with one edit that replaces every head, also with one of its values', () => {
    const here = setupCommands('d1');
    const there = setupCommands('d2');
    const mine = editOf(here.write(setField(here.ledger().book, path, 'Solrosen', here.deps)));
    const theirs = editOf(setField(there.ledger().book, path, 'Blåklinten', there.deps));
    const again = editOf(setField(there.ledger().book, path, 'Blåklinten', there.deps));
    here.write([theirs, again]);
    expect(here.ledger().book.contested).toEqual([path]);

    const settled = editOf(here.write(setField(here.ledger().book, path, 'Solrosen', here.deps)));
    expect([...settled.body.replaces].toSorted()).toEqual([mine.id, theirs.id, again.id]);
    expect(here.ledger().book.contested).toEqual([]);
    expect(here.ledger().book.value(path)).toBe('Solrosen');
  });

  it('with a base replaces what its writer saw, and nothing that came since', () => {
    const { deps, ledger, write } = setupCommands();
    const first = editOf(write(setField(ledger().book, path, 'Solrosen', deps)));
    const seen = ledger().book.field(path)?.heads[0]?.ids;
    write(setField(ledger().book, path, 'Blåklinten', deps));
    const late = editOf(write(setField(ledger().book, path, 'Solrosen i Byn', deps, seen)));
    expect(late.body.replaces).toEqual([first.id]);
    expect(ledger().book.contested).toEqual([path]);
    expect(write(setField(ledger().book, path, 'Blåklinten', deps))).toHaveLength(1);
    expect(ledger().book.contested).toEqual([]);
  });

  it('sets several fields at once, and only those that change', () => {
    const { deps, ledger, write } = setupCommands();
    write(setFields(ledger().book, { a: 1, b: 2 }, deps));
    expect(editOf(setFields(ledger().book, { a: 1, b: 3 }, deps)).body).toMatchObject({
      path: 'b',
      value: 3,
    });
  });
});

describe('chooseGoal', () => {
  const draft = (title: string): GoalDraft => ({
    year: 2027,
    title,
    because: '',
    evidence: ['p-say'],
    measure: '',
    target: '',
    responsible: '',
    due: '',
  });

  it('puts each new goal after those that stand, removed ones included', () => {
    const { deps, ledger, write } = setupCommands();
    const goals = ['Ett', 'Två', 'Tre'].map((title) => {
      const { goal, records } = chooseGoal(ledger().book, draft(title), deps);
      write(records);
      return goal;
    });
    write(setField(ledger().book, bookPaths.goal(goals[1] ?? '', 'removed'), true, deps));
    write(chooseGoal(ledger().book, draft('Fyra'), deps).records);
    write(setField(ledger().book, bookPaths.goal(goals[1] ?? '', 'removed'), false, deps));
    const titles = priorityGoals(ledger(), 2027).map(({ title }) => title);
    expect(titles).toEqual(['Ett', 'Två', 'Tre', 'Fyra']);
  });

  it('writes a field of its own for everything that may change on its own', () => {
    const { deps, ledger } = setupCommands();
    const { goal, records } = chooseGoal(ledger().book, draft('Ett'), deps);
    const paths = records.map(({ body }) => ('path' in body ? body.path : ''));
    const fields = 'because due evidence measure order responsible target title year';
    expect(paths.toSorted()).toEqual(fields.split(' ').map((field) => `goals/${goal}/${field}`));
  });
});

describe('enterHistory', () => {
  it('writes the items that are given, and how many answered', () => {
    const { deps, ledger, write } = setupCommands();
    write(enterHistory(ledger().book, 'parents', 2025, 40, { 'p-near': { 4: 30 } }, deps));
    const changed = { 'p-near': { 4: 30 }, 'p-say': { 3: 9 } };
    const records = write(enterHistory(ledger().book, 'parents', 2025, 40, changed, deps));
    expect(editOf(records).body).toMatchObject({ path: 'history/parents/2025/p-say' });
    const { book } = ledger();
    expect(book.value('history/parents/2025/answered')).toBe(40);
    expect(book.value('history/parents/2025/p-near')).toEqual({ 4: 30 });
  });

  it('empties how many answered where that is not known after all, and writes no emptiness anew', () => {
    const { deps, ledger, write } = setupCommands();
    const enter = (answered: number | null) =>
      write(enterHistory(ledger().book, 'parents', 2025, answered, {}, deps));
    expect(enter(null)).toEqual([]);
    enter(40);
    const path = 'history/parents/2025/answered';
    expect(editOf(enter(null)).body).toMatchObject({ path, value: null });
    expect(ledger().book.value(path)).toBeNull();
    expect(enter(null)).toEqual([]);
  });
});
