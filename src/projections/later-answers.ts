import type { FormId } from '#instruments/form.ts';
import { answersOnTheirWay, roundsShown, waitingAnswers } from './answer-steps.ts';
import { countedRespondents } from './counted-answers.ts';
import { formYear } from './form-year.ts';
import type { Ledger } from './ledger.ts';
import { roundsOf } from './round-views.ts';
import { leastShown, minRevealRespondents, minShownRespondents } from './suppression.ts';

/** What of a form's year is not in what this device shows. */
export interface LaterAnswers {
  /** They came after the closing, or for the team's own after the reveal, and are in no step yet. */
  readonly waiting: number;
  /** Those who wait may be counted now. */
  readonly mayCount: boolean;
  /** Counted elsewhere, and not on this device yet. */
  readonly onTheirWay: number;
}

/** The answers of a form's year that are not among those that are shown. */
export function laterAnswers(ledger: Ledger, form: FormId, year: number): LaterAnswers {
  const rounds = roundsOf(ledger, form, year);
  return {
    waiting: waitingAnswers(ledger, rounds),
    mayCount: mayCountLater(ledger, form, year),
    onTheirWay: answersOnTheirWay(ledger, roundsShown(ledger, rounds)),
  };
}

/**
 * Whether those who wait may be counted: when they are as many as may be shown by themselves, or, as long as nothing of
 * the year has been shown, together with those who were listed before.
 */
export function mayCountLater(ledger: Ledger, form: FormId, year: number): boolean {
  const rounds = roundsOf(ledger, form, year);
  const waiting = waitingAnswers(ledger, rounds);
  if (form !== 'reflection' && rounds.some(({ closed }) => !closed)) return false;
  const least = form === 'reflection' ? minRevealRespondents : leastShown(ledger.book);
  if (waiting === 0 || waiting >= least) return waiting > 0;
  // What is on its way may be shown elsewhere.
  if (answersOnTheirWay(ledger, roundsShown(ledger, rounds)) > 0) return false;
  const shown = formYear(ledger, form, year);
  if ([...(shown?.items.values() ?? [])].some((item) => item.shown)) return false;
  const all = rounds.reduce((sum, round) => sum + countedRespondents(ledger, round), 0);
  const isFirst = all - waiting < minShownRespondents || waiting >= minShownRespondents;
  return form !== 'reflection' && isFirst && all >= least;
}
