import type { GoalTrend, ItemYear, ResultsView } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';

/** A year's results in a few sentences: who answered, the reflection, the parents, the children. */
export function summarySentences(text: Text, view: ResultsView): string[] {
  return [
    respondentsSentence(text, view),
    reflectionSentence(text, view),
    ...parentSentences(text, view),
    childrenSentence(text, view),
  ].filter((sentence) => sentence !== '');
}

function respondentsSentence({ t, formats }: Text, { respondents, year }: ResultsView): string {
  const { parents, children, reflection } = respondents;
  const groups = [
    parents.answered === 0 ? '' : t('results:summary.parents', { count: parents.answered }),
    children.answered === 0 ? '' : t('results:summary.children', { count: children.answered }),
    reflection.answered === 0 ? '' : t('results:summary.staff', { count: reflection.answered }),
  ].filter((group) => group !== '');
  if (groups.length === 0) return '';
  const answered = t('results:summary.answered', { year, groups: formats.list(groups) });
  if (parents.families === null) return answered;
  return `${answered} ${t('results:summary.families', { count: parents.families })}`;
}

function reflectionSentence({ t }: Text, { areas, statements, year }: ResultsView): string {
  const now = areas.flatMap(({ years }) => years.filter((one) => one.year === year));
  const placed = now.reduce((sum, one) => sum + one.placed, 0);
  if (placed === 0) return '';
  const favourable = now.reduce((sum, one) => sum + one.favourable, 0);
  const stands = t('results:summary.reflection', { count: placed, favourable });
  const moves = statements.flatMap(({ years }) => moveOf(years, year) ?? []);
  if (moves.length === 0) return stands;
  const [up, down, same] = [1, -1, 0].map((way) => moves.filter((one) => one === way).length);
  return `${stands} ${t('results:summary.moves', { up, down, same })}`;
}

/** Which way a joint position went since the year before: towards "Fungerar" 1, away from it −1, or 0. */
function moveOf(years: readonly ItemYear[], year: number): number | undefined {
  const [last, newest] = [years.at(-2), years.at(-1)];
  if (newest?.year !== year) return undefined;
  if (typeof newest.position !== 'number' || typeof last?.position !== 'number') return undefined;
  return Math.sign(newest.position - last.position);
}

function parentSentences({ t, formats }: Text, { parentGoals, year }: ResultsView): string[] {
  const shown = parentGoals.filter(({ years }) =>
    years.some((one) => one.year === year && one.share.shown),
  );
  const told = (word: 'better' | 'worse'): string[] => {
    const goals = shown.filter(({ verdict }) => verdict?.verdict === word);
    // A goal whose last year is not shown is held against an older one.
    return [...Map.groupBy(goals, ({ verdict }) => verdict?.against)].map(([lastYear, of]) => {
      const params = { lastYear, goals: formats.list(of.map((goal) => nameOf(t, goal))) };
      return t(
        word === 'better' ? 'results:summary.parentsBetter' : 'results:summary.parentsWorse',
        params,
      );
    });
  };
  const unsure = shown.filter(({ verdict }) => verdict?.verdict === 'cannotTell').length;
  const sentences = [
    ...told('better'),
    ...told('worse'),
    ...(unsure === 0 ? [] : [t('results:summary.parentsCannotTell', { count: unsure })]),
  ];
  return [sentences.join(' ')];
}

function nameOf(t: Text['t'], { goal }: GoalTrend): string {
  return t('results:summary.quoted', { name: t(`results:goalNames.${goal}`) });
}

function childrenSentence(text: Text, { children, year, least }: ResultsView): string {
  const first = children.find(({ years }) =>
    years.some((one) => one.year === year && one.spread.shown),
  );
  if (first === undefined) return '';
  const question = text.form('children').text(first.item);
  return text.t('results:summary.childrenSaid', {
    question,
    sentence: trendText(text, first, year, least),
  });
}
