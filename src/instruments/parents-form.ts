import type { ChoiceItem, Form, GoalId, Section } from './form.ts';

function goalSection(goal: GoalId, ids: readonly string[]): Section {
  return {
    id: goal,
    items: ids.map((id) => ({ id, version: 1, kind: 'scale', scale: 'agree4', goal })),
  };
}

function choice(id: string, options: readonly string[], several = false): ChoiceItem {
  return { id, version: 1, kind: 'choice', options, several };
}

/**
 * The parents' survey: statements for each of the centre's five goals, then how the child finds it,
 * two open questions, and last the background, so that who stops early has answered what counts.
 */
export const parentsForm: Form = {
  id: 'parents',
  version: 1,
  sections: [
    goalSection('goal1', ['p-near', 'p-hours', 'p-welcome']),
    goalSection('goal2', ['p-meet-parents', 'p-parents-support']),
    goalSection('goal3', ['p-say', 'p-equal-respect', 'p-equal-parents']),
    goalSection('goal4', ['p-know-who', 'p-help-needed', 'p-language']),
    goalSection('goal5', ['p-info', 'p-learn']),
    goalSection('child', ['p-child-enjoys', 'p-child-interplay', 'p-child-say']),
    {
      id: 'open',
      items: [
        { id: 'p-good', version: 1, kind: 'text' },
        { id: 'p-change', version: 1, kind: 'text' },
      ],
    },
    {
      id: 'background',
      items: [
        choice('p-gender', ['woman', 'man', 'other']),
        choice('p-services', ['midwifery', 'childHealth', 'openPreschool', 'socialServices'], true),
        choice('p-expecting', ['yes', 'no']),
        choice('p-home-language', ['swedish', 'another', 'several']),
      ],
    },
  ],
};
