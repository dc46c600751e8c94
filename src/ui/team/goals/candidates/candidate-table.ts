import type { GoalCandidate } from '#projections/goal-candidates.ts';
import type { DataColumn } from '#ui/parts/data-table/data-table.tsx';
import type { Text } from '#ui/parts/text/text.tsx';
import { childrenWords, parentWords } from '#ui/team/results/three-voices/voice-words.ts';

/** The columns of evidence, the statement first and the team's own answer last. */
export function candidateColumns({ t }: Text): DataColumn[] {
  const columns = [
    'item',
    'position',
    'last',
    'spread',
    'parents',
    'children',
    'wasGoal',
    'can',
  ] as const;
  return columns.map((id) => ({ id, label: t(`results:candidates.column.${id}`) }));
}

/** What speaks for one candidate, in words; what is not known is a dash, never a zero. */
export function candidateCells(text: Text, candidate: GoalCandidate): string[] {
  const { t, form } = text;
  const stop = (point: number | null): string =>
    point === null ? '–' : form('reflection').point('working6', point);
  const { position, lastPosition, spread, parents, children, wasGoal, theme } = candidate;
  return [
    stop(position),
    stop(lastPosition),
    spread === null
      ? '–'
      : spread.low === spread.high
        ? t('results:candidates.oneMind')
        : t('results:candidates.steps', { count: spread.high - spread.low + 1 }),
    theme === null ? t('results:candidates.onlyTeam') : parentWords(text, { parents }),
    children.length === 0 ? '–' : childrenWords(text, { children }).join(' '),
    wasGoal ? t('results:candidates.was') : '–',
  ];
}
