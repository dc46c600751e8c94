import { itemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { areaTrends } from './area-trends.ts';
import { formYear } from './form-year.ts';
import { itemTrends } from './item-trends.ts';
import { keptYear } from './kept-years.ts';
import { laterAnswers } from './later-answers.ts';
import type { Ledger } from './ledger.ts';
import { ownQuestions, ownQuotes } from './own-questions.ts';
import { parentGoalTrends } from './parent-goal-trends.ts';
import { markableGenders } from './quote-genders.ts';
import { quotesOfRound } from './quotes.ts';
import { roundsOf } from './round-views.ts';
import { leastShown } from './suppression.ts';
import type { ResultsView } from './views.ts';

/** All results of a verksamhetsår beside the years before it. Children's `answered` holds those who count, from four. */
export function resultsView(ledger: Ledger, year: number): ResultsView {
  const markable = markableGenders(ledger, year);
  return {
    year,
    least: leastShown(ledger.book),
    areas: areaTrends(ledger, year),
    statements: itemTrends(ledger, 'reflection', year),
    parentGoals: parentGoalTrends(ledger, year),
    parentItems: itemTrends(ledger, 'parents', year),
    children: itemTrends(ledger, 'children', year),
    ownQuestions: ownQuestions(ledger, year),
    quotes: [...quotesOf(ledger, year, markable), ...ownQuotes(ledger, year, markable)],
    respondents: {
      reflection: respondentsOf(ledger, 'reflection', year),
      parents: respondentsOf(ledger, 'parents', year),
      children: respondentsOf(ledger, 'children', year),
    },
    later: {
      reflection: laterAnswers(ledger, 'reflection', year),
      parents: laterAnswers(ledger, 'parents', year),
      children: laterAnswers(ledger, 'children', year),
    },
    setAside: {
      reflection: setAsideOf(ledger, 'reflection', year),
      parents: setAsideOf(ledger, 'parents', year),
      children: setAsideOf(ledger, 'children', year),
    },
  };
}

/** Free texts may be read while a round is open: an answer can tell of something that needs doing now. */
function quotesOf(
  ledger: Ledger,
  year: number,
  markable: ReturnType<typeof markableGenders>,
): ResultsView['quotes'] {
  const textItems = new Set(
    itemsOf(currentForm('parents')).flatMap(({ kind, id }) => (kind === 'text' ? [id] : [])),
  );
  return roundsOf(ledger, 'parents', year).flatMap(({ id }) =>
    quotesOfRound(ledger, id, markable, (item) => (textItems.has(item) ? item : null)),
  );
}

function respondentsOf(
  ledger: Ledger,
  form: FormId,
  year: number,
): { answered: number; families: number | null } {
  // Two rounds of a form and year meet the same families, so their numbers are not added.
  const kept = keptYear(ledger, form, year)?.families ?? [];
  const families = roundsOf(ledger, form, year)
    .flatMap((round) => round.families ?? [])
    .concat(kept);
  return {
    answered: formYear(ledger, form, year)?.answered ?? 0,
    families: families.length === 0 ? null : Math.max(...families),
  };
}

function setAsideOf(ledger: Ledger, form: FormId, year: number): number {
  const kept = keptYear(ledger, form, year);
  return roundsOf(ledger, form, year)
    .filter((round) => kept?.rounds.includes(round.id) !== true)
    .reduce((sum, { id }) => sum + (ledger.setAside.get(id)?.marks ?? 0), kept?.setAside ?? 0);
}
