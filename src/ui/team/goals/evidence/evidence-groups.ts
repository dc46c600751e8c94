import type { ResultsView } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { subjectName, subjectOf } from '#ui/team/results/subjects.ts';

interface EvidenceGroup {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** What a goal can be given as evidence, in the order of the results; what it has already is left out. */
export function evidenceGroups(
  text: Text,
  results: ResultsView,
  taken: readonly string[],
): EvidenceGroup[] {
  const { t } = text;
  const options = (ids: readonly string[]): EvidenceGroup['options'] =>
    ids
      .filter((id) => !taken.includes(id))
      .flatMap((id) => {
        const subject = subjectOf(id);
        return subject === undefined ? [] : [{ id, name: subjectName(text, subject) }];
      });
  const reflection = results.areas.flatMap(({ area, items }) => [area, ...items]);
  const parents = results.parentGoals.flatMap(({ goal, items }) => [goal, ...items]);
  return [
    { label: t('results:parents.title'), options: options(parents) },
    {
      label: t('results:children.title'),
      options: options(results.children.map(({ item }) => item)),
    },
    { label: t('results:reflection.title'), options: options(reflection) },
  ].filter((group) => group.options.length > 0);
}
