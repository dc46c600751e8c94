import type { FormId } from '#instruments/form.ts';
import type { ResultsView, RoundView } from '#projections/views.ts';
import { until } from '../app/until.ts';
import { promisedMs, type Scenario, type TeamDevice } from './scenario.ts';

/** Where the story of one year stands: its devices and its rounds. */
export interface Year {
  readonly story: Scenario;
  readonly office: TeamDevice;
  readonly tablet: TeamDevice;
  readonly rounds: Record<FormId, string>;
  /** Everyone hears within the time that the team is promised; the tablet unless another device is named. */
  soon(fits: () => boolean, device?: TeamDevice): Promise<unknown>;
  /** As the office sees them. */
  roundView(form: FormId): RoundView | undefined;
  results(): ResultsView;
}

export function yearOf(story: Scenario): Year {
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  return {
    story,
    office,
    tablet,
    rounds: { reflection: '', parents: '', children: '' },
    soon: (fits, device = tablet) => until(device.centre.ledger, fits, promisedMs),
    roundView: (form) => office.centre.rounds.value.find((round) => round.form === form),
    results: () => office.centre.results(2026),
  };
}
