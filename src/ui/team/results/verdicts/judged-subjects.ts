import type { ResultsView, Verdict } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { verdictIn } from '#ui/team/results/verdict/verdict-word.tsx';

interface Judged {
  readonly id: string;
  /** With the year that it was held against. */
  readonly name: string;
  readonly verdict: Verdict;
}

/** The goals and the children's questions that have a verdict for the view's year, with their names. */
export function judgedSubjects({ t, form }: Text, view: ResultsView): readonly Judged[] {
  const goals = view.parentGoals.map((trend) => ({
    id: trend.goal,
    name: t(`results:goalNames.${trend.goal}`),
    verdict: verdictIn(trend, view.year),
  }));
  const children = view.children.map((trend) => ({
    id: trend.item,
    name: t('results:verdicts.child', { question: form('children').text(trend.item) }),
    verdict: verdictIn(trend, view.year),
  }));
  return [...goals, ...children].flatMap(({ id, name, verdict: judged }) => {
    if (judged === null) return [];
    const { verdict, against } = judged;
    return [{ id, name: t('results:verdicts.against', { name, year: against }), verdict }];
  });
}
