import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addArrivals, arrivalViews, isBurst, type Arrival } from '#projections/arrivals.ts';
import { daysAfter, monthsAfter } from '#projections/calendar.ts';
import { kioskState, type KioskSeen } from '#projections/kiosk-state.ts';

describe('arrivals', () => {
  it('keep each id where it was first met, however often it is told', () => {
    const hour = fc.integer({ min: 10, max: 14 }).map((n) => `2026-11-03T${n}`);
    const told = fc.array(fc.tuple(hour, fc.array(fc.nat(20).map(String))));
    fc.assert(
      fc.property(told, (steps) => {
        let known: readonly Arrival[] = [];
        const first = new Map<string, string>();
        for (const [to, ids] of steps) {
          known = addArrivals(known, to, to, ids);
          for (const id of ids) first.set(id, first.get(id) ?? to);
        }
        const placed = known.flatMap(({ to, ids }) => ids.map((id) => [id, to] as const));
        expect(new Map(placed)).toEqual(first);
        expect(placed).toHaveLength(first.size);
        expect(known.map(({ to }) => to)).toEqual(known.map(({ to }) => to).toSorted());
      }),
    );
  });

  it.each([
    [9, [1, 1, 9], false],
    [10, [3, 4, 10], false],
    [13, [3, 4, 13], true],
    [40, [40], false],
    [30, [2, 30], true],
  ])('%d in one hour among %j is a burst: %s', (count, hours, burst) => {
    expect(isBurst(count, hours)).toBe(burst);
  });

  it('count respondents and texts, what is set aside, and no id that is not here', () => {
    const arrivals = [{ from: null, to: '2026-11-03T10', ids: ['m1', 'm2', 't1', 'gone'] }];
    const kinds = new Map([
      ['m1', 'marks'],
      ['m2', 'marks'],
      ['t1', 'text'],
    ] as const);
    const [view] = arrivalViews(arrivals, kinds, new Set(['m1', 't1']));
    expect(view).toMatchObject({ respondents: 2, texts: 1, setAside: 1, unusual: false });
    expect(arrivalViews(arrivals, new Map(), new Set())).toEqual([]);
  });

  it('are no burst where somebody of the team has entered a pile of paper, and say how many those are', () => {
    const ids = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${name}${at}`);
    const [first, second, pile] = [ids('a', 2), ids('b', 3), ids('p', 25)];
    const at = (hour: number, of: readonly string[]): Arrival => {
      const to = `2026-11-03T${hour}`;
      return { from: to, to, ids: of };
    };
    const arrivals = [at(10, first), at(11, second), at(12, [...pile, 'c0'])];
    const kinds = new Map(arrivals.flatMap((each) => each.ids.map((id) => [id, 'marks'] as const)));
    const views = arrivalViews(arrivals, kinds, new Set(), new Set(pile));
    expect(views.map(({ unusual, onPaper }) => [unusual, onPaper])).toEqual([
      [false, 0],
      [false, 0],
      [false, 25],
    ]);
    // The same number from phones is one.
    expect(arrivalViews(arrivals, kinds, new Set()).at(-1)?.unusual).toBe(true);
  });
});

describe('the calendar', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('adds days as the platform does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (from, days) => {
        const date = new Date(`${from}T00:00:00Z`);
        date.setUTCDate(date.getUTCDate() + days);
        expect(daysAfter(from, days)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    ['2026-11-15', 24, '2028-11-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2026-12-01', 1, '2027-01-01'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(monthsAfter(from, months)).toBe(to);
  });
});

describe('what is said of kiosks', () => {
  const round = { id: 'r', closed: true, closes: '2026-11-15' };
  const kiosk = (name: string, day: string, waiting = 0): KioskSeen => ({
    round: 'r',
    kiosk: name,
    collected: 10,
    waiting,
    at: `${day}T09:00:00.000Z`,
    day,
  });

  it('claims that all is in only where every one has said so after the closing day', () => {
    const all = [kiosk('a', '2026-11-16'), kiosk('b', '2026-12-01')];
    expect(kioskState(all, round)).toMatchObject({ allIn: true, silent: 0 });
    expect(kioskState([...all, kiosk('c', '2026-11-15')], round)).toMatchObject({
      allIn: false,
      silent: 1,
    });
    expect(kioskState([...all, kiosk('c', '2026-11-20', 2)], round)).toMatchObject({
      allIn: false,
      waiting: 2,
    });
  });

  it('claims nothing where none ever reported, of another round, or while the round is open', () => {
    expect(kioskState([], round).allIn).toBe(false);
    expect(kioskState([{ ...kiosk('a', '2026-12-01'), round: 'x' }], round).allIn).toBe(false);
    const open = { ...round, closed: false };
    expect(kioskState([kiosk('a', '2026-12-01')], open)).toMatchObject({ allIn: false, silent: 0 });
  });
});
