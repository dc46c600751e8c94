import type { Form, Item, Section } from '#instruments/form.ts';
import type { Card, LocalQuestion } from './card.ts';

/** The section that the centre's own questions stand in. */
export const localSectionId = 'local';

function localItem({ id, kind, options }: LocalQuestion): Item {
  switch (kind) {
    case 'agree':
      return { id, version: 1, kind: 'scale', scale: 'agree4' };
    case 'choice':
      return { id, version: 1, kind: 'choice', options, several: false };
    case 'text':
      return { id, version: 1, kind: 'text' };
  }
}

/**
 * The form as one round asks it: the locked core with the centre's own questions in a section of their own,
 * before the background, which stays last so that who stops early has answered what counts.
 */
export function roundForm(form: Form, card: Pick<Card, 'questions'>): Form {
  if (card.questions.length === 0) return form;
  const local: Section = { id: localSectionId, items: card.questions.map(localItem) };
  const isBackground = ({ id }: Section): boolean => id === 'background';
  return {
    ...form,
    sections: [
      ...form.sections.filter((section) => !isBackground(section)),
      local,
      ...form.sections.filter(isBackground),
    ],
  };
}
