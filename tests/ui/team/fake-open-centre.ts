import { signal } from '@preact/signals';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { PriorityGoal, RoundView } from '#projections/views.ts';

/** What a test says of the centre; everything else is empty. */
export interface FakeFacts {
  readonly rounds?: readonly RoundView[];
  readonly years?: readonly number[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** The parts of an open centre that texts are made from. */
export type FakeCentre = Pick<OpenCentre, 'rounds' | 'goals' | 'years' | 'fieldValue'>;

/** A centre that holds just what a test names, for what turns a centre into words. */
export function fakeOpenCentre(facts: FakeFacts = {}): FakeCentre {
  const goals: readonly PriorityGoal[] = [];
  return {
    rounds: signal(facts.rounds ?? []),
    years: signal(facts.years ?? []),
    goals: () => goals,
    fieldValue: (path) => facts.fields?.[path],
  };
}

/** A parents' round of 2026 that is open in weeks 45–46, unless said otherwise. */
export function fakeRound(differs: Partial<RoundView> = {}): RoundView {
  return {
    id: 'round-1',
    form: 'parents',
    formVersion: 1,
    year: 2026,
    opens: '2026-11-02',
    closes: '2026-11-15',
    families: null,
    closed: false,
    revealed: false,
    answered: 0,
    textCount: 0,
    ...differs,
  };
}
