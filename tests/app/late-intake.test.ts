import { describe, expect, it } from 'vitest';
import { asTold, mailboxCloses, takesLateUntil } from '#app/team/late-intake.ts';
import { roundViews } from '#projections/round-views.ts';
import { bookPaths } from '#records/book-paths.ts';
import { setupCentre } from '../projections/centre-records.ts';

function setupRound(opens: string, closes: string) {
  const centre = setupCentre();
  const round = centre.round('round-1', 'parents', 2026);
  centre.set(bookPaths.roundOpens(round), opens);
  centre.set(bookPaths.roundCloses(round), closes);
  const look = <T>(see: (...told: Parameters<typeof asTold>) => T): T => {
    const ledger = centre.ledger();
    const [view] = roundViews(ledger);
    if (view === undefined) throw new Error('there is no round');
    return see(ledger, view);
  };
  return { centre, round, look };
}

describe('the closing day that the mailbox is told', () => {
  it('is the round’s own as long as nobody has closed it', () => {
    const { look } = setupRound('2026-11-02', '2026-11-15');
    expect(look(mailboxCloses)).toBe('2026-11-15');
    expect(look(takesLateUntil)).toBe('2027-01-14');
  });

  it.each(['close', 'reveal'] as const)('is the day before, once somebody did: %s', (step) => {
    const { centre, round, look } = setupRound('2026-11-02', '2026-11-15');
    centre[step](round);
    expect(look(mailboxCloses)).toBe('2026-11-14');
    expect(look(takesLateUntil)).toBe('2027-01-13');
  });

  it('never lies before the day on which the mailbox is told that the round opens', () => {
    const { centre, round, look } = setupRound('2026-11-02', '2026-11-02');
    centre.close(round);
    expect(look(asTold)).toMatchObject({ opens: '2026-11-01', closes: '2026-11-01' });
  });

  it('is later where the intake was reopened, and still no day on which anybody begins', () => {
    const { centre, round, look } = setupRound('2026-11-02', '2026-11-15');
    centre.close(round);
    centre.set(bookPaths.roundLateUntil(round), '2027-02-24');
    expect(look(mailboxCloses)).toBe('2026-12-26');
    expect(look(takesLateUntil)).toBe('2027-02-24');
    // A reopening that ends before the first grace does takes nothing away.
    centre.set(bookPaths.roundLateUntil(round), '2026-12-01');
    expect(look(mailboxCloses)).toBe('2026-11-14');
  });

  it('is none where the round has none', () => {
    const { centre, round, look } = setupRound('', '');
    centre.close(round);
    expect(look(asTold)).toMatchObject({ opens: '', closes: '' });
  });
});
