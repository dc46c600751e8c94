import { parseCard, type LocalQuestion } from '#records/card.ts';
import type { MarksAnswer } from '#records/answer.ts';
import { canonicalJson } from '#records/json.ts';
import { answersIn, answersOnTheirWay, answerSteps, waitingAnswers } from './answer-steps.ts';
import { countedRespondents } from './counted-answers.ts';
import { distributionOf } from './distribution.ts';
import { keptYear } from './kept-years.ts';
import type { Ledger } from './ledger.ts';
import { firstLanguage } from './local-questions.ts';
import { compareText, roundsOf } from './round-views.ts';
import { quotesOfRound } from './quotes.ts';
import { stepsBehind, type Raters } from './steps-behind.ts';
import { leastShown, minShownRespondents } from './suppression.ts';
import type { OwnQuestion, Quote, RoundView, Shown, Withheld } from './views.ts';

interface Asked {
  readonly question: LocalQuestion;
  readonly rounds: RoundView[];
}

/**
 * The centre's own questions to the parents as the rounds of a year asked them, in the order of the cards. Asked with
 * other words or options in another round of the year, a question is shown once for each wording. Suppressed like
 * every question to parents: only after closing, and nothing that fewer than six have marked.
 */
export function ownQuestions(ledger: Ledger, year: number): readonly OwnQuestion[] {
  return askedIn(ledger, year).map(({ key, question, rounds }) => {
    const { id, kind } = question;
    const why = whyWithheld(ledger, year, rounds);
    const asked = {
      key,
      id,
      text: question.texts[firstLanguage]?.text ?? '',
      rounds: rounds.map((round) => round.id),
      answered: countedTogether(ledger, rounds) - waitingAnswers(ledger, rounds),
    };
    switch (kind) {
      case 'agree': {
        const item = { id, version: 1, kind: 'scale', scale: 'agree4' } as const;
        const isRated = ({ marks }: MarksAnswer): boolean => typeof marks[id] === 'number';
        const answers = answersShown(ledger, rounds, isRated);
        const marks = answers?.map((answer) => answer.marks[id]);
        return { ...asked, kind, spread: shownFrom(marks && distributionOf(item, marks), why) };
      }
      case 'choice': {
        const optionOf = ({ choices }: MarksAnswer): string => choices[id]?.[0] ?? '';
        const answers = answersShown(ledger, rounds, (answer) =>
          question.options.includes(optionOf(answer)),
        );
        const chosen = answers && countsOf(question.options, answers.map(optionOf));
        const texts = question.texts[firstLanguage]?.options ?? {};
        const options = question.options.map((option) => ({
          id: option,
          text: texts[option] ?? option,
        }));
        return { ...asked, kind, options, chosen: shownFrom(chosen, why) };
      }
      case 'text':
        return { ...asked, kind };
    }
  });
}

/** What was written to the centre's own questions in a year, by the question's key. Readable while a round is open. */
export function ownQuotes(
  ledger: Ledger,
  year: number,
  markable: Parameters<typeof quotesOfRound>[2],
): readonly Quote[] {
  return askedIn(ledger, year).flatMap(({ key, question, rounds }) =>
    rounds.flatMap((round) =>
      quotesOfRound(ledger, round.id, markable, (item) => (item === question.id ? key : null)),
    ),
  );
}

function askedIn(ledger: Ledger, year: number): readonly (Asked & { readonly key: string })[] {
  const kept = keptYear(ledger, 'parents', year)?.rounds ?? [];
  const asked = new Map<string, Asked & { readonly key: string }>();
  const wordings = new Map<string, number>();
  const rounds = roundsOf(ledger, 'parents', year)
    .filter((round) => !kept.includes(round.id))
    .toSorted((a, b) => compareText(a.opens, b.opens) || compareText(a.id, b.id));
  for (const round of rounds) {
    for (const question of parseCard(ledger.roundKeys.get(round.id)?.card ?? '')?.questions ?? []) {
      const wording = canonicalJson({
        ...question,
        texts: question.texts[firstLanguage] ?? null,
      });
      const same = asked.get(wording);
      if (same !== undefined) {
        same.rounds.push(round);
        continue;
      }
      const number = (wordings.get(question.id) ?? 0) + 1;
      wordings.set(question.id, number);
      const key = number === 1 ? question.id : `${question.id}.${number}`;
      asked.set(wording, { key, question, rounds: [round] });
    }
  }
  return [...asked.values()];
}

function whyWithheld(
  ledger: Ledger,
  year: number,
  rounds: readonly RoundView[],
): Withheld | undefined {
  // As for the form's own questions: as long as one of the year's rounds is open, nothing is told of any.
  if (roundsOf(ledger, 'parents', year).some((round) => !round.closed)) return 'stillOpen';
  if (answersOnTheirWay(ledger, rounds) > 0 && answerSteps(ledger, rounds).length === 0) {
    return 'onTheWay';
  }
  return countedTogether(ledger, rounds) > 0 ? undefined : 'nothing';
}

function countedTogether(ledger: Ledger, rounds: readonly RoundView[]): number {
  return rounds.reduce((sum, round) => sum + countedRespondents(ledger, round), 0);
}

/**
 * The answers that are shown: what came after a closing joins only when at least as many as results are shown from have
 * said something to this question, as for every question of the form (suppressed-year.ts). Undefined where too few did.
 */
function answersShown(
  ledger: Ledger,
  rounds: readonly RoundView[],
  isSaid: (answer: MarksAnswer) => boolean,
): readonly MarksAnswer[] | undefined {
  const ratersIn = (answers: readonly MarksAnswer[]): Raters => ({
    respondents: answers.length,
    weight: answers.filter(isSaid).length,
  });
  const steps = answerSteps(ledger, rounds);
  const ofSteps = steps.map((step) => ({
    standing: ratersIn(answersIn(ledger, rounds, step)),
    left: new Map(
      [...step.left.keys()].map((group) => [
        group,
        ratersIn(answersIn(ledger, rounds, step, group)),
      ]),
    ),
  }));
  const behind = stepsBehind(ofSteps, minShownRespondents, leastShown(ledger.book));
  if (behind === 0) return undefined;
  return steps.slice(0, behind).flatMap((step) => answersIn(ledger, rounds, step));
}

function countsOf(options: readonly string[], chosen: readonly string[]): Map<string, number> {
  return new Map(options.map((option) => [option, chosen.filter((id) => id === option).length]));
}

function shownFrom<T>(value: T | undefined, why: Withheld | undefined): Shown<T> {
  if (why !== undefined) return { shown: false, why };
  return value === undefined ? { shown: false, why: 'tooFew' } : { shown: true, value };
}
