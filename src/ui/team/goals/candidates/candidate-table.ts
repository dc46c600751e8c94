import type { GoalCandidate } from '#projections/goal-candidates.ts';
import type { DataColumn } from '#ui/parts/data-table/data-table.tsx';
import type { Text } from '#ui/parts/text/text.tsx';
import { scaleItem } from '#ui/team/results/subjects.ts';

/** The columns of evidence, the statement first and the team's own answer last. */
export function candidateColumns({ t }: Text): DataColumn[] {
  const columns = [
    'item',
    'position',
    'change',
    'spread',
    'parents',
    'children',
    'wasGoal',
    'can',
    'choose',
  ] as const;
  return columns.map((id) => ({ id, label: t(`results:candidates.column.${id}`) }));
}

/** What speaks for one candidate, in words; what is not known is a dash, never a zero. */
export function candidateCells(text: Text, candidate: GoalCandidate): string[] {
  const { t, form } = text;
  const stop = (point: number | null): string =>
    point === null ? '–' : form('reflection').point('working6', point);
  const { position, lastPosition, spread, wasGoal, theme } = candidate;
  return [
    stop(position),
    changeWords(text, position, lastPosition),
    spread === null
      ? '–'
      : spread.low === spread.high
        ? t('results:candidates.oneMind')
        : t('results:candidates.steps', { count: spread.high - spread.low + 1 }),
    theme === null ? t('results:candidates.onlyTeam') : parentsShort(text, candidate),
    childrenShort(text, candidate),
    wasGoal ? t('results:candidates.was') : '–',
  ];
}

/** How many stops the joint position moved since last year, and which way. */
function changeWords({ t }: Text, position: number | null, last: number | null): string {
  if (position === null || last === null) return '–';
  const count = Math.abs(position - last);
  if (count === 0) return t('results:candidates.same');
  return t(position > last ? 'results:candidates.up' : 'results:candidates.down', { count });
}

function parentsShort({ t, formats }: Text, { parents }: GoalCandidate): string {
  if (parents === null) return '–';
  const share = formats.percent(parents.share);
  return t('results:candidates.parents', { share, count: parents.ratings });
}

function childrenShort({ t, form }: Text, { children }: GoalCandidate): string {
  const words = children.flatMap(({ item, year }) => {
    const scale = scaleItem(item)?.scale;
    if (!year.spread.shown || scale === undefined) return [];
    const { favourable, rated } = year.spread.value;
    const best = form('children').point(scale, 3);
    return [t('results:candidates.child', { best, favourable, count: rated })];
  });
  return words.length === 0 ? '–' : words.join(', ');
}
