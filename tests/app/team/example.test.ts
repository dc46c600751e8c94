import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeamApp } from '#app/team/create-team-app.ts';
import type { OpenCentre, TeamApp } from '#app/team/team-app.ts';
import { breakdown } from '#projections/breakdown.ts';
import type { Verdict } from '#projections/views.ts';
import { worryLog, worryRoutine } from '#projections/worries.ts';
import { setupDevice } from '../devices.ts';
import { until } from '../until.ts';

const year = 2026;

describe('the example centre shows what a reader of results has to meet', () => {
  let app: TeamApp;
  let centre: OpenCentre;
  beforeAll(async () => {
    app = createTeamApp(setupDevice('https://spegla.example/').teamDeps());
    await app.openDemo();
    const opened = await until(app.current, (value) => value !== null);
    if (opened === null) throw new Error('no centre is open');
    await until(opened.loaded, Boolean);
    centre = opened;
  });
  afterAll(() => app.stop());

  it('every verdict', () => {
    const verdicts = [2024, 2025, year].flatMap((one) => {
      const { parentGoals, children } = centre.results(one);
      return [...parentGoals, ...children].flatMap(({ verdict }) => verdict?.verdict ?? []);
    });
    const every: readonly Verdict[] = ['better', 'worse', 'cannotTell', 'tooFew', 'notComparable'];
    expect([...new Set(verdicts)].toSorted()).toEqual(every.toSorted());
    // And in this year's overview what rose, what fell and what cannot be told, side by side.
    const now = centre.results(year).parentGoals.map(({ verdict }) => verdict?.verdict);
    expect(now).toEqual(expect.arrayContaining(['better', 'worse', 'cannotTell']));
  });

  it('a year that is withheld, and groups that are', () => {
    const before = centre.results(year - 1).children;
    const spreads = before.map(({ years }) => years.at(-1)?.spread);
    expect(spreads.every((spread) => spread?.shown === false && spread.why === 'tooFew')).toBe(
      true,
    );
    const sizes = [...(breakdown(centre.ledger.value, year, 'gender')?.sizes.values() ?? [])];
    expect(sizes.some(({ is }) => is === 'hidden')).toBe(true);
    expect(sizes.some(({ is }) => is === 'shown')).toBe(true);
  });

  it('a broken series', () => {
    for (const { years } of centre.results(year).parentGoals) {
      expect(years.map(({ continues }) => continues)).toEqual([true, false, true, true]);
      expect(years[0]?.source).toBe('history');
    }
  });

  it('a worrying answer with the routine, the number, and a log that does not tell what was written', () => {
    const { book } = centre.ledger.value;
    const texts = centre.results(year).quotes.map(({ text }) => text);
    const worrying = texts.find((text) => text.includes('rädda'));
    expect(worrying).toBeDefined();
    expect(worryRoutine(book).routine).not.toBe('');
    expect(worryRoutine(book).phone).not.toBe('');
    const [entry] = worryLog(book);
    expect(entry?.day).toMatch(/^2026-/u);
    for (const word of (worrying ?? '').split(/\W+/u).filter(({ length }) => length > 5)) {
      expect(entry?.action).not.toContain(word);
    }
  });
});
