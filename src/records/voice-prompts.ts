import { itemsOf, type Form } from '#instruments/form.ts';

/** What a child is asked before the questions, and told after them: spoken like a question, and no item. */
export const childPrompts = { want: 'want', thanks: 'thanks' } as const;

/**
 * What can be recorded of a form as a round asks it, in the order in which it is heard: every item, and for children
 * the invitation before and the thanks after.
 */
export function voicePromptsOf(form: Form): readonly string[] {
  const items = itemsOf(form).map(({ id }) => id);
  return form.id === 'children' ? [childPrompts.want, ...items, childPrompts.thanks] : items;
}
