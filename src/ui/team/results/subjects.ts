import {
  countedItemsOf,
  type AreaId,
  type FormId,
  type GoalId,
  type ScaleItem,
} from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import type { AreaTrend, GoalTrend, ItemTrend, ResultsView } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';

/** Something that results are about and that a goal can point at: an area, one of the parents' goals, an item. */
export type Subject =
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'goal'; readonly id: GoalId }
  | { readonly kind: 'item'; readonly id: string; readonly form: FormId };

const forms: readonly FormId[] = ['reflection', 'parents', 'children'];

const itemsById = new Map<string, { readonly item: ScaleItem; readonly form: FormId }>(
  forms.flatMap((form) =>
    countedItemsOf(currentForm(form)).map((item) => [item.id, { item, form }] as const),
  ),
);

const areas: readonly AreaId[] = [
  'general',
  'earlySupportParents',
  'learning',
  'earlySupportStaff',
  'equality',
  'collaboration',
];
const goals: readonly GoalId[] = ['goal1', 'goal2', 'goal3', 'goal4', 'goal5', 'child'];

/** The item as the form has it, or undefined when this app does not know it. */
export function scaleItem(id: string): ScaleItem | undefined {
  return itemsById.get(id)?.item;
}

/** What an id in a goal's evidence stands for; undefined when this app does not know it. */
export function subjectOf(id: string): Subject | undefined {
  const area = areas.find((one) => one === id);
  if (area !== undefined) return { kind: 'area', id: area };
  const goal = goals.find((one) => one === id);
  if (goal !== undefined) return { kind: 'goal', id: goal };
  const known = itemsById.get(id);
  return known === undefined ? undefined : { kind: 'item', id, form: known.form };
}

/** The subject's name in the reader's language. */
export function subjectName(text: Text, subject: Subject): string {
  switch (subject.kind) {
    case 'area':
      return text.form('reflection').section(subject.id);
    case 'goal':
      return text.t(`results:goalNames.${subject.id}`);
    case 'item':
      return text.form(subject.form).heading(subject.id);
  }
}

/** The subject's results, or undefined where the view has none. */
export function trendOf(
  view: ResultsView,
  subject: Subject,
): AreaTrend | GoalTrend | ItemTrend | undefined {
  if (subject.kind === 'area') return view.areas.find(({ area }) => area === subject.id);
  if (subject.kind === 'goal') return view.parentGoals.find(({ goal }) => goal === subject.id);
  return [...view.statements, ...view.parentItems, ...view.children].find(
    ({ item }) => item === subject.id,
  );
}

/** Whether the team marks this itself: then it can't be the only thing that a goal is measured by. */
export function isOwnMark(subject: Subject): boolean {
  return subject.kind === 'area' || (subject.kind === 'item' && subject.form === 'reflection');
}
