import { itemsOf, type Form } from '#instruments/form.ts';

/**
 * What a child is told besides the questions, spoken like them, and no item: whether it wants to, that the practice is
 * tried once more, the thanks, and the goodbye to who does not want to.
 */
export const childPrompts = { want: 'want', again: 'again', thanks: 'thanks', bye: 'bye' } as const;

/**
 * What can be recorded of a form as a round asks it, in the order in which it is heard: every item; for children what
 * is said around them; for parents the answers of a scale, by the scale's id, behind the first statement that has them.
 */
export function voicePromptsOf(form: Form): readonly string[] {
  const items = itemsOf(form);
  const { want, again, thanks, bye } = childPrompts;
  if (form.id === 'children') {
    const asked = items.flatMap((item) =>
      item.kind === 'scale' && item.practiceAnswer !== undefined ? [item.id, again] : [item.id],
    );
    return [want, ...asked, thanks, bye];
  }
  const scales = new Set<string>();
  return items.flatMap((item) => {
    if (item.kind !== 'scale' || scales.has(item.scale)) return [item.id];
    scales.add(item.scale);
    return [item.id, item.scale];
  });
}
