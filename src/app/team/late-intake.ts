import { daysAfter } from '#projections/calendar.ts';
import { dayOf } from '#projections/book-values.ts';
import type { Ledger } from '#projections/ledger.ts';
import type { RoundView } from '#projections/views.ts';
import { lateAnswerDays } from '#protocol/limits.ts';
import { bookPaths } from '#records/book-paths.ts';

/**
 * The closing day that the mailbox and the answering page are told. A round's own, or the day before it once somebody
 * has closed or revealed the round: pages compare days, and nobody shall begin in the hours that are left. Where its
 * intake was reopened for what was collected before: the day whose late days end when the intake shall, which lies in
 * the past, so that no page opens again.
 */
export function mailboxCloses(ledger: Ledger, round: RoundView): string {
  if (round.closes === '') return '';
  const hasEnded = round.closed || round.revealed;
  const closes = hasEnded ? daysAfter(round.closes, -1) : round.closes;
  const late = dayOf(ledger.book.value(bookPaths.roundLateUntil(round.id)));
  if (late === '') return closes;
  const reopened = daysAfter(late, -lateAnswerDays);
  return reopened > closes ? reopened : closes;
}

/** The round with the days that the mailbox is told. One that opened and ended on one day opened the day before, too. */
export function asTold(ledger: Ledger, round: RoundView): RoundView {
  const closes = mailboxCloses(ledger, round);
  const { opens } = round;
  return { ...round, closes, opens: closes !== '' && closes < opens ? closes : opens };
}

/** The last day (YYYY-MM-DD) on which the mailbox takes what was collected before the closing. */
export function takesLateUntil(ledger: Ledger, round: RoundView): string {
  const closes = mailboxCloses(ledger, round);
  return closes === '' ? '' : daysAfter(closes, lateAnswerDays);
}

/** How far ahead an intake may be reopened: one day more, and the answering page itself would open again. */
export const longestReopeningDays = lateAnswerDays - 1;
