import { parseCard, type LocalQuestion } from '#records/card.ts';
import { canonicalJson } from '#records/json.ts';
import { countedAnswers } from './counted-answers.ts';
import { distributionOf } from './distribution.ts';
import { keptYear } from './kept-years.ts';
import type { Ledger } from './ledger.ts';
import { firstLanguage } from './local-questions.ts';
import { compareText, roundsOf } from './round-views.ts';
import { minShownRespondents } from './suppression.ts';
import type { OwnQuestion, RoundView, Shown, Withheld } from './views.ts';

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
    const answers = rounds.flatMap((round) => countedAnswers(ledger, round));
    const asked = {
      key,
      id,
      text: question.texts[firstLanguage]?.text ?? '',
      rounds: rounds.map((round) => round.id),
      answered: answers.length,
    };
    switch (kind) {
      case 'agree': {
        const item = { id, version: 1, kind: 'scale', scale: 'agree4' } as const;
        const marks = answers.map((answer) => answer.marks[id]);
        const spread = distributionOf(item, marks);
        return { ...asked, kind, spread: shownFrom(spread, spread.rated, why) };
      }
      case 'choice': {
        const chosen = new Map(question.options.map((option) => [option, 0]));
        for (const { choices } of answers) {
          const option = choices[id]?.[0] ?? '';
          const before = chosen.get(option);
          if (before !== undefined) chosen.set(option, before + 1);
        }
        const total = [...chosen.values()].reduce((sum, count) => sum + count, 0);
        const texts = question.texts[firstLanguage]?.options ?? {};
        const options = question.options.map((option) => ({
          id: option,
          text: texts[option] ?? option,
        }));
        return { ...asked, kind, options, chosen: shownFrom(chosen, total, why) };
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
): readonly { item: string; text: string; gender: 'woman' | 'man' | 'other' | null }[] {
  return askedIn(ledger, year).flatMap(({ key, question, rounds }) =>
    rounds
      .flatMap((round) => ledger.texts.get(round.id) ?? [])
      .filter(({ form, item }) => form === 'parents' && item === question.id)
      .map(({ text, gender }) => ({ item: key, text, gender: gender ?? null })),
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
  return rounds.some((round) => countedAnswers(ledger, round).length > 0) ? undefined : 'nothing';
}

function shownFrom<T>(value: T, marked: number, why: Withheld | undefined): Shown<T> {
  if (why !== undefined) return { shown: false, why };
  return marked < minShownRespondents ? { shown: false, why: 'tooFew' } : { shown: true, value };
}
