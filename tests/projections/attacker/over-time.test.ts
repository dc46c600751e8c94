import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLaterAnswers } from '#commands/count-answers.ts';
import { countSetAside, setAnswersAside } from '#commands/set-answers-aside.ts';
import { closeRound, revealRound } from '#commands/take-step.ts';
import { boardView } from '#projections/board-view.ts';
import { formYear } from '#projections/form-year.ts';
import { foldLedger, type Ledger } from '#projections/ledger.ts';
import { setAsideGroups } from '#projections/set-aside.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { setupCommands } from '../../commands/centre.ts';
import { setupCentre } from '../centre-records.ts';

/** Every view is taken apart person by person, on a machine that may be busy. */
const patienceMs = 180_000;
const year = 2026;
const today = '2026-12-10';

/** What a reader has seen of one item at one time: the records there were, and what had not reached that device. */
interface View {
  readonly records: readonly SpeglaRecord[];
  readonly away: ReadonlySet<string>;
}

type Form = 'parents' | 'children' | 'reflection';
const itemOf = { parents: 'p-near', children: 'c-feel', reflection: 'r21' } as const;

/** One centre, everything that is done in it, and every view that anyone could have noted on the way. */
function setupYears(form: Form) {
  const centre = setupCentre();
  const { deps } = setupCommands('time');
  const item = itemOf[form];
  const views: View[] = [];
  const persons: string[] = [];
  const rounds: string[] = [];
  const write = (records: readonly SpeglaRecord[]): void => void centre.records.push(...records);
  const tell = (result: { ok: boolean; value?: readonly SpeglaRecord[] }): boolean => {
    if (result.ok) write(result.value ?? []);
    return result.ok;
  };
  const years = {
    centre,
    views,
    rounds,
    open: (): void => {
      rounds.push(centre.round(`round${rounds.length}`, form, year));
    },
    /** One answer for each: whether the person rates the item. */
    answer: (rates: readonly boolean[], round = rounds.at(-1) ?? '', isUnder4 = false): void => {
      for (const isRated of rates) {
        const more =
          form === 'children' ? ({ band: isUnder4 ? 'under4' : 'from4to6' } as const) : {};
        centre.answer(
          round,
          form,
          { [item]: isRated ? (form === 'reflection' ? 5 : 3) : 'notUsed' },
          more,
        );
        persons.push(centre.records.at(-1)?.id ?? '');
      }
    },
    close: (): void => {
      const facts = centre.ledger().facts;
      const open = rounds.find((round) => facts.get(round)?.has('closed') !== true);
      if (open !== undefined) write(closeRound(centre.ledger(), open, null, today, deps));
    },
    reveal: (round = rounds.at(-1) ?? ''): boolean =>
      tell(revealRound(centre.ledger(), round, today, deps)),
    countLater: (): boolean => tell(countLaterAnswers(centre.ledger(), form, year, deps)),
    setAside: (from: number, count: number, round = rounds[0] ?? ''): boolean => {
      const here = new Set(centre.records.filter((one) => one.round === round).map(({ id }) => id));
      const ids = persons.slice(from, from + count).filter((id) => here.has(id));
      const intent = { round, ids, from: '', to: '', why: 'x' };
      return tell(setAnswersAside(centre.ledger(), intent, deps));
    },
    /** Takes a group back, or sets it aside again. */
    turn: (at: number): boolean => {
      const groups = setAsideGroups(centre.ledger().book);
      const group = groups[at % Math.max(1, groups.length)];
      if (group === undefined) return false;
      return tell(countSetAside(centre.ledger(), group, !group.removed, deps));
    },
    limit: (least: number): void => void centre.set('centre/leastShown', least),
    /** Somebody looks, on a device that some answers have not reached. */
    look: (away: readonly string[] = []): void => {
      views.push({ records: [...centre.records], away: new Set(away) });
    },
    persons,
    table: (): string => table(centre.ledger(), form),
    /** The persons who cannot be told apart by anything that was ever shown, as many as they are. */
    parts: (): readonly number[] => partsOf(views, persons, form),
  };
  years.open();
  return years;
}

function table(ledger: Ledger, form: Form): string {
  const spread = formYear(ledger, form, year)?.items.get(itemOf[form]);
  if (spread === undefined) return 'nothing';
  if (!spread.shown) return spread.why;
  return [...spread.value.points]
    .flatMap(([mark, count]) => (count > 0 ? [`${mark}×${count}`] : []))
    .join(' ');
}

/**
 * What subtracting can tell at most: any sum of views, with whatever signs, treats those alike who were in the same
 * views. Whether a person was in a view is seen by letting that person alone mark 1.
 */
function partsOf(
  views: readonly View[],
  persons: readonly string[],
  form: Form,
): readonly number[] {
  const item = itemOf[form];
  const inViews = new Map(persons.map((id) => [id, '']));
  for (const { records, away } of views) {
    const here = records.filter(({ id }) => !away.has(id));
    const isShown = formYear(foldLedger(here), form, year)?.items.get(item)?.shown === true;
    if (!isShown) continue;
    for (const person of persons) {
      const marked = here.map((record): SpeglaRecord => {
        if (record.id !== person || record.kind !== 'answer' || record.body.type !== 'marks')
          return record;
        if (typeof record.body.marks[item] !== 'number') return record;
        return { ...record, body: { ...record.body, marks: { [item]: 1 } } };
      });
      const spread = formYear(foldLedger(marked), form, year)?.items.get(item);
      const count = spread?.shown === true ? (spread.value.points.get(1) ?? 0) : 0;
      inViews.set(person, `${inViews.get(person) ?? ''}${count}`);
    }
  }
  const seen = [...inViews.values()].filter((name) => name.includes('1'));
  return [...Map.groupBy(seen, (name) => name).values()].map((part) => part.length);
}

describe('what was shown at one time, beside what is shown at another', () => {
  const rates = fc.array(fc.constantFrom(true, true, true, false), { minLength: 1, maxLength: 9 });
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.record({ is: fc.constant('answers' as const), rates }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant('later' as const) }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('close' as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('open' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        is: fc.constant('aside' as const),
        from: fc.nat(12),
        count: fc.integer({ min: 1, max: 14 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ is: fc.constant('turn' as const), at: fc.nat(3) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant('limit' as const),
        least: fc.integer({ min: 6, max: 9 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('away' as const), at: fc.nat(20) }) },
  );

  it(
    'tells of six parents or more, whatever was closed, counted, set aside, taken back or not here yet',
    () => {
      let tempting = 0;
      fc.assert(
        fc.property(fc.array(event, { minLength: 4, maxLength: 12 }), (events) => {
          const years = setupYears('parents');
          years.answer(Array.from({ length: 10 }, (_, at) => at % 4 > 0));
          years.close();
          years.look();
          for (const one of events) {
            if (one.is === 'answers') years.answer(one.rates);
            else if (one.is === 'later') years.countLater();
            else if (one.is === 'close') years.close();
            else if (one.is === 'open') years.open();
            else if (one.is === 'aside') years.setAside(one.from, one.count);
            else if (one.is === 'turn') years.turn(one.at);
            else if (one.is === 'limit') years.limit(one.least);
            const away = one.is === 'away' ? [years.persons[one.at] ?? ''] : [];
            years.look(away);
          }
          const parts = years.parts();
          for (const part of parts) expect(part).toBeGreaterThanOrEqual(6);
          if (parts.length > 1) tempting += 1;
        }),
        { numRuns: 60 },
      );
      // Years in which what was shown did change: one that never changes proves nothing.
      expect(tempting).toBeGreaterThan(5);
    },
    patienceMs,
  );

  it(
    'tells of three colleagues or more, whoever answers after the reveal, in whichever round',
    () => {
      const step = fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            is: fc.constant('answers' as const),
            count: fc.integer({ min: 1, max: 4 }),
            old: fc.boolean(),
          }),
        },
        {
          weight: 3,
          arbitrary: fc.record({ is: fc.constant('reveal' as const), old: fc.boolean() }),
        },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('open' as const) }) },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('close' as const) }) },
        {
          weight: 1,
          arbitrary: fc.record({
            is: fc.constant('aside' as const),
            from: fc.nat(8),
            count: fc.integer({ min: 1, max: 4 }),
          }),
        },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('away' as const), at: fc.nat(12) }) },
      );
      let tempting = 0;
      fc.assert(
        fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), (steps) => {
          const years = setupYears('reflection');
          for (const one of steps) {
            const round = 'old' in one && one.old ? years.rounds[0] : years.rounds.at(-1);
            if (one.is === 'answers')
              years.answer(
                Array.from({ length: one.count }, () => true),
                round,
              );
            else if (one.is === 'reveal') years.reveal(round);
            else if (one.is === 'open') years.open();
            else if (one.is === 'close') years.close();
            else if (one.is === 'aside') years.setAside(one.from, one.count);
            years.look(one.is === 'away' ? [years.persons[one.at] ?? ''] : []);
          }
          const parts = years.parts();
          for (const part of parts) expect(part).toBeGreaterThanOrEqual(3);
          if (parts.length > 1) tempting += 1;
        }),
        { numRuns: 60 },
      );
      expect(tempting).toBeGreaterThan(5);
    },
    patienceMs,
  );

  it('keeps a colleague’s late answer out of the spread, until it comes with two more', () => {
    const years = setupYears('reflection');
    years.answer([true, true, true, true, true]);
    expect(years.reveal()).toBe(true);
    years.answer([true]);
    expect(years.table()).toBe('5×5');
    expect(boardView(years.centre.ledger(), year)).toMatchObject({
      answered: 5,
      waiting: 1,
      mayCountLater: false,
    });
    expect(years.reveal()).toBe(false);
    years.answer([true, true]);
    expect(boardView(years.centre.ledger(), year)).toMatchObject({
      waiting: 3,
      mayCountLater: true,
    });
    expect(years.reveal()).toBe(true);
    expect(years.table()).toBe('5×8');
  });

  it('asks for three in a second round too, and shows the first as it was till then', () => {
    const years = setupYears('reflection');
    years.answer([true, true, true, true, true]);
    years.reveal();
    years.open();
    years.answer([true]);
    expect(years.table()).toBe('5×5');
    expect(boardView(years.centre.ledger(), year)).toMatchObject({
      revealed: true,
      canReveal: false,
      waiting: 1,
    });
    expect(years.reveal()).toBe(false);
    years.answer([true, true]);
    expect(years.reveal()).toBe(true);
    expect(years.table()).toBe('5×8');
  });

  it('shows a step only on a device that has all that it lists', () => {
    const years = setupYears('parents');
    years.answer(Array.from({ length: 10 }, () => true));
    years.close();
    expect(years.table()).toBe('3×10');
    const without = (id: string | undefined): Ledger =>
      foldLedger(years.centre.records.filter((record) => record.id !== id));
    expect(table(without(years.persons[3]), 'parents')).toBe('onTheWay');
    years.answer(Array.from({ length: 6 }, () => true));
    years.countLater();
    expect(years.table()).toBe('3×16');
    expect(table(without(years.persons[12]), 'parents')).toBe('3×10');
    expect(table(without(years.persons[3]), 'parents')).toBe('onTheWay');
  });

  it('says how many of the team’s own are on their way, and shows no spread till then', () => {
    const years = setupYears('reflection');
    years.answer([true, true, true, true]);
    years.reveal();
    const [first] = years.persons;
    const early = foldLedger(years.centre.records.filter(({ id }) => id !== first));
    expect(table(early, 'reflection')).toBe('onTheWay');
    expect(boardView(early, year)).toMatchObject({ revealed: true, onTheirWay: 1 });
    expect(table(years.centre.ledger(), 'reflection')).toBe('5×4');
  });

  it('leaves the limit that is raised and lowered again nothing to tell', () => {
    const years = setupYears('parents');
    years.answer(Array.from({ length: 7 }, () => true));
    years.close();
    const late = (rated: number): void => {
      years.answer(Array.from({ length: 6 }, (_, at) => at < rated));
      expect(years.countLater()).toBe(true);
    };
    late(3);
    late(3);
    late(1);
    expect(years.table()).toBe('3×13');
    years.limit(7);
    expect(years.table()).toBe('3×13');
    years.limit(14);
    expect(years.table()).toBe('tooFew');
    years.limit(6);
    expect(years.table()).toBe('3×13');
  });

  it('withholds a question that fewer than six of those set aside had answered', () => {
    const years = setupYears('parents');
    years.answer([
      true,
      true,
      true,
      false,
      false,
      false,
      ...Array.from({ length: 10 }, () => true),
    ]);
    years.close();
    expect(years.table()).toBe('3×13');
    expect(years.setAside(0, 6)).toBe(true);
    expect(years.table()).toBe('tooFew');
    years.turn(0);
    expect(years.table()).toBe('3×13');
    expect(years.setAside(6, 7)).toBe(true);
    expect(years.table()).toBe('3×6');
  });

  it('adds the waiting to what was too little to be shown', () => {
    const years = setupYears('parents');
    years.answer([true, true, true, true]);
    years.close();
    years.answer([true]);
    expect(years.countLater()).toBe(false);
    years.answer([true, true]);
    expect(years.table()).toBe('tooFew');
    expect(formYear(years.centre.ledger(), 'parents', year)?.answered).toBe(4);
    expect(years.countLater()).toBe(true);
    expect(years.table()).toBe('3×7');
    years.answer([true]);
    expect(years.countLater()).toBe(false);
  });
});
