import { daysAfter } from '#projections/calendar.ts';
import { dayOf } from '#projections/book-values.ts';
import type { Ledger } from '#projections/ledger.ts';
import type { RoundView } from '#projections/views.ts';
import { lateAnswerDays } from '#protocol/limits.ts';
import { bookPaths } from '#records/book-paths.ts';

/**
 * The closing day that the mailbox is told. A round's own, unless its intake was reopened for what was collected
 * before: then the day whose late days end when the intake shall, which lies in the past, so that no page opens again.
 */
export function mailboxCloses(ledger: Ledger, round: RoundView): string {
  const late = dayOf(ledger.book.value(bookPaths.roundLateUntil(round.id)));
  if (late === '' || round.closes === '') return round.closes;
  const closes = daysAfter(late, -lateAnswerDays);
  return closes > round.closes ? closes : round.closes;
}

/** The last day (YYYY-MM-DD) on which the mailbox takes what was collected before the closing. */
export function takesLateUntil(ledger: Ledger, round: RoundView): string {
  const closes = mailboxCloses(ledger, round);
  return closes === '' ? '' : daysAfter(closes, lateAnswerDays);
}

/** How far ahead an intake may be reopened: one day more, and the answering page itself would open again. */
export const longestReopeningDays = lateAnswerDays - 1;
