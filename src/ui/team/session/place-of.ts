/** The six places of the navigation. */
export type Place = 'overview' | 'rounds' | 'dialogue' | 'results' | 'goals' | 'settings';

/** What the shell must know of an address. */
export interface Whereabouts {
  /** The place that is lit in the navigation; null elsewhere. */
  readonly place: Place | null;
  /** The year that the address names. */
  readonly year: number | null;
  /** Nobody is in the middle of something here. */
  readonly quiet: boolean;
  readonly at: 'settle' | 'unreadable' | null;
}

const yearly: Readonly<Record<string, Place>> = {
  '': 'overview',
  rounds: 'rounds',
  dialogue: 'dialogue',
  wall: 'dialogue',
  reflection: 'dialogue',
  results: 'results',
  history: 'results',
  goals: 'goals',
  purge: 'settings',
};

/** Reads an address (`/2026/results`). */
export function whereaboutsOf(path: string): Whereabouts {
  const [first = '', second = '', third = ''] = path.split('/').slice(1);
  const nowhere = { place: null, year: null, quiet: false, at: null };
  if (first === '') return { ...nowhere, place: 'overview', quiet: true };
  if (first === 'settings') return { ...nowhere, place: 'settings', quiet: true };
  if (first === 'custody' || first === 'retention') return { ...nowhere, place: 'settings' };
  if (first === 'questions' || first === 'voices') return { ...nowhere, place: 'rounds' };
  if (first === 'handover') return { ...nowhere, place: 'settings' };
  if (first === 'settle' || first === 'unreadable') return { ...nowhere, at: first };
  if (!/^\d{4}$/.test(first)) return nowhere;
  const place = yearly[second] ?? null;
  return { place, year: Number(first), quiet: place === 'overview' && third === '', at: null };
}

/** The same place in another year; the overview where the place does not belong to a year's pages. */
export function sameInYear(path: string, year: number): string {
  const { place, year: now } = whereaboutsOf(path);
  if (now === null || place === null || place === 'overview' || place === 'settings') {
    return `#/${year}`;
  }
  return `#/${year}/${place}`;
}
