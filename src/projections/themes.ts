import type { GoalId } from '#instruments/form.ts';

export type ThemeId = 'reach' | 'networks' | 'participation' | 'support' | 'knowledge' | 'child';

/** Statements, one of the parents' goals and children's questions that are about the same thing. */
export interface Theme {
  readonly id: ThemeId;
  readonly goal: GoalId;
  /** Statements of the self-reflection. */
  readonly statements: readonly string[];
  /** The children's questions. */
  readonly children: readonly string[];
}

/**
 * What the three instruments have in common: the parents' five goals and the child, with what the team and the children
 * say of the same. Statements 27–30 are about the team's own work together, which nobody else is asked about.
 */
export const themes: readonly Theme[] = [
  { id: 'reach', goal: 'goal1', statements: ['r03', 'r09', 'r10'], children: [] },
  { id: 'networks', goal: 'goal2', statements: ['r04', 'r06', 'r15'], children: [] },
  {
    id: 'participation',
    goal: 'goal3',
    statements: ['r02', 'r05', 'r25'],
    children: ['c-decide', 'c-listen'],
  },
  {
    id: 'support',
    goal: 'goal4',
    statements: ['r08', 'r11', 'r16', 'r17', 'r18', 'r19', 'r20', 'r21', 'r22', 'r23', 'r24'],
    children: [],
  },
  { id: 'knowledge', goal: 'goal5', statements: ['r01', 'r12', 'r14', 'r26'], children: [] },
  { id: 'child', goal: 'child', statements: ['r07', 'r13'], children: ['c-feel'] },
];

/** The theme that a statement, a goal or a child's question belongs to. */
export function themeOf(id: string): Theme | undefined {
  return themes.find(
    ({ goal, statements, children }) =>
      goal === id || statements.includes(id) || children.includes(id),
  );
}
