import { onTestFinished } from 'vitest';
import type { OpenCentre } from '#app/team/team-app.ts';
import { createTeamApp } from '#app/team/create-team-app.ts';
import type { FormId } from '#instruments/form.ts';
import { setupDevice } from '../app/devices.ts';
import { until } from '../app/until.ts';
import { newCentre } from '../scenario/scenario.ts';
import { dayFromToday, thisYear } from './days.ts';
import { patientMs } from './expect-shown.ts';
import type { Spegla } from './setup-spegla.ts';

/** The centre's office, which looks on from elsewhere: the team's app without its screens, at the same mailbox. */
export interface Office {
  readonly centre: OpenCentre;
  /** Opens a round that is open today; resolves with its kiosk link as soon as the mailbox knows of it. */
  opensKiosk(form: FormId): Promise<string>;
  /** Waits until so many have answered the form. */
  counts(form: FormId, answered: number): Promise<void>;
  answered(form: FormId): number | undefined;
}

/** A centre at the mailbox of a browser test; it ends with the test that it was set up in. */
export async function setupOffice(spegla: Spegla): Promise<Office> {
  const world = setupDevice(`${spegla.origin}/`, new Date().toISOString());
  const app = createTeamApp(world.teamDeps());
  onTestFinished(() => app.stop());
  await app.createCentre(newCentre('Kontoret'));
  const centre = app.current.value;
  if (centre === null) throw new Error('no centre');
  await until(centre.loaded, Boolean);
  await centre.nameMailbox(spegla.origin, spegla.code);

  const answered: Office['answered'] = (form) =>
    centre.rounds.value.find((round) => round.form === form)?.answered;
  return {
    centre,
    answered,
    opensKiosk: async (form) => {
      const days = [dayFromToday(-1), dayFromToday(20)] as const;
      const round = await centre.openRound(form, thisYear, ...days);
      const isKnown = (): boolean => centre.roundLinks(round).registration === 'done';
      const end = Date.now() + patientMs;
      while (!isKnown() && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return centre.roundLinks(round).tablet;
    },
    counts: async (form, count) => {
      await until(
        centre.rounds,
        (rounds) => rounds.some((round) => round.form === form && round.answered === count),
        patientMs,
      );
    },
  };
}
