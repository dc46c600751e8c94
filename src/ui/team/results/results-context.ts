import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { PriorityGoal, ResultsView } from '#projections/views.ts';

/** What every part of the results screen reads. */
export interface ResultsContext {
  readonly centre: OpenCentre;
  readonly year: number;
  readonly view: ResultsView;
  /** The priority goals that are chosen from these results: those for the year after. */
  readonly goals: readonly PriorityGoal[];
}

const Context = createContext<ResultsContext | null>(null);

/** Gives the parts of the results screen what they read. */
export const ResultsProvider = Context.Provider;

/** The results that the screen shows, and the goals chosen from them. */
export function useResults(): ResultsContext {
  const context = useContext(Context);
  if (context === null) throw new Error('useResults outside ResultsProvider');
  return context;
}
