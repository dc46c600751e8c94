import type { FormId } from '#instruments/form.ts';
import type { RoundView } from '#projections/views.ts';

/** `ended`: its last day has passed, and nobody has closed it yet. */
export type RoundState = 'planned' | 'open' | 'ended' | 'closed';

/** Where a round stands on a day (YYYY-MM-DD). */
export function roundStateOf(round: RoundView, today: string): RoundState {
  if (round.closed) return 'closed';
  if (today < round.opens) return 'planned';
  return today > round.closes ? 'ended' : 'open';
}

/** A form's rounds of a year, the one that opens last first. */
export function roundsOf(
  rounds: readonly RoundView[],
  form: FormId,
  year: number,
): readonly RoundView[] {
  return rounds
    .filter((round) => round.form === form && round.year === year)
    .toSorted((a, b) => (a.opens < b.opens ? 1 : a.opens > b.opens ? -1 : a.id < b.id ? -1 : 1));
}
