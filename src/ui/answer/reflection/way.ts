import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** How a colleague goes through the statements: a whole area as a list, or one at a time. */
export type Way = 'list' | 'one';

const WayContext = createContext<Signal<Way> | null>(null);

/** Gives the statements below it the way that this person has chosen. */
export const WayProvider = WayContext.Provider;

/** The way that this person has chosen. */
export function useWay(): Signal<Way> {
  const way = useContext(WayContext);
  if (way === null) throw new Error('a statement stands outside of the reflection');
  return way;
}
