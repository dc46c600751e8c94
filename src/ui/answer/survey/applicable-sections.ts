import type { Draft } from '#app/answer/answer-app.ts';
import type { Form, Item, Section } from '#instruments/form.ts';

const allServices = ['midwifery', 'childHealth', 'openPreschool', 'socialServices'];

function applicableItem(item: Item, services: readonly string[]): Item | undefined {
  if (item.kind === 'scale' && item.service !== undefined) {
    return services.includes(item.service) ? item : undefined;
  }
  if (item.kind !== 'choice') return item;
  const options = item.options.filter(
    (option) => !allServices.includes(option) || services.includes(option),
  );
  return options.length === 0 ? undefined : { ...item, options };
}

/** The form as this centre meets it: what is about a service that the centre lacks is left out. */
export function applicableSections(form: Form, services: readonly string[]): readonly Section[] {
  return form.sections
    .map((section) => ({
      ...section,
      items: section.items.flatMap((item) => applicableItem(item, services) ?? []),
    }))
    .filter((section) => section.items.length > 0);
}

/** Whether the respondent has said something to this item. */
export function isAnswered(item: Item, { marks, choices, texts }: Draft): boolean {
  switch (item.kind) {
    case 'scale':
      return marks[item.id] !== undefined;
    case 'choice':
      return (choices[item.id] ?? []).length > 0;
    case 'text':
      return (texts[item.id] ?? '').trim() !== '';
  }
}
