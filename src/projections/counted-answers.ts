import type { FormId } from '#instruments/form.ts';
import type { MarksAnswer } from '#records/answer.ts';
import type { Ledger } from './ledger.ts';
import { roundsOf } from './round-views.ts';
import type { RoundView } from './views.ts';

/**
 * The answers of a round that count in shares. Children under four hardly use a scale: they may play, and
 * what they tapped is not counted. An answer to another form than its round's is not counted either.
 */
export function countedAnswers(ledger: Ledger, round: RoundView): readonly MarksAnswer[] {
  return (ledger.marks.get(round.id) ?? []).filter((answer) => isCountedAnswer(answer, round.form));
}

/** Whether one answer in a round of a form counts in shares. */
export function isCountedAnswer(answer: MarksAnswer, form: FormId): boolean {
  return answer.form === form && !isUnderFour(answer);
}

/** How many children under four played along in a year, apart from those who count. */
export function underFourCount(ledger: Ledger, year: number): number {
  return roundsOf(ledger, 'children', year)
    .flatMap((round) => ledger.marks.get(round.id) ?? [])
    .filter(isUnderFour).length;
}

function isUnderFour(answer: MarksAnswer): boolean {
  return answer.form === 'children' && answer.band === 'under4';
}
