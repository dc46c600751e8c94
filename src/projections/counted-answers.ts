import type { MarksAnswer } from '#records/answer.ts';
import type { Ledger } from './ledger.ts';
import { countedCount, respondentCount, standingAnswers } from './round-answers.ts';
import { roundsOf } from './round-views.ts';
import type { RoundView } from './views.ts';

/** How many of a round's answers count in shares, those who wait for their step included. */
export function countedRespondents(ledger: Ledger, round: Pick<RoundView, 'id'>): number {
  const answers = ledger.answers.get(round.id);
  return answers === undefined ? 0 : countedCount(answers);
}

/** How many children under four played along in a year, apart from those who count. */
export function underFourCount(ledger: Ledger, year: number): number {
  return roundsOf(ledger, 'children', year)
    .flatMap(({ id }) => marksAnswers(ledger, id))
    .filter((answer) => answer.form === 'children' && answer.band === 'under4').length;
}

/** A round's answers one by one, without what was set aside: never for a screen or a file. */
export function marksAnswers(ledger: Ledger, round: string): readonly MarksAnswer[] {
  const answers = ledger.answers.get(round);
  return answers === undefined ? [] : standingAnswers(answers);
}

/** How many respondents a round has, whether they count in shares or not. */
export function respondentsIn(ledger: Ledger, round: string): number {
  const answers = ledger.answers.get(round);
  return answers === undefined ? 0 : respondentCount(answers);
}
