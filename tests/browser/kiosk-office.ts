import { onTestFinished } from 'vitest';
import type { OpenCentre } from '#app/team/team-app.ts';
import { createTeamApp } from '#app/team/create-team-app.ts';
import type { FormId } from '#instruments/form.ts';
import { setupDevice } from '../app/devices.ts';
import { eventually, until } from '../app/until.ts';
import { newCentre } from '../scenario/scenario.ts';
import { dayFromToday, thisYear } from './days.ts';
import { patientMs } from './expect-shown.ts';
import type { Spegla } from './setup-spegla.ts';

/** The centre's office, which looks on from elsewhere: the team's app without its screens, at the same mailbox. */
export interface Office {
  readonly centre: OpenCentre;
  /** Opens a round that is open today; resolves with its links as soon as the mailbox knows of it. */
  opensRound(form: FormId): Promise<{ readonly phone: string; readonly tablet: string }>;
  /** The same, for its kiosk link alone. */
  opensKiosk(form: FormId): Promise<string>;
  /** Waits until so many have answered the form. */
  counts(form: FormId, answered: number): Promise<void>;
  answered(form: FormId): number | undefined;
  stop(): Promise<void>;
}

/** A centre at the mailbox of a browser test; it ends with the test that it was set up in. */
export async function setupOffice(spegla: Spegla): Promise<Office> {
  const office = await startOffice(spegla);
  onTestFinished(() => office.stop());
  return office;
}

/** A centre at the mailbox of a browser test, for as long as it is wanted. */
export async function startOffice(spegla: Spegla): Promise<Office> {
  const world = setupDevice(`${spegla.origin}/`, new Date().toISOString());
  const app = createTeamApp(world.teamDeps());
  const responsible = { name: 'Region Solsidan', contact: '010-123 45 67' };
  await app.createCentre({ ...newCentre('Kontoret'), responsible });
  const centre = app.current.value;
  if (centre === null) throw new Error('no centre');
  await until(centre.loaded, Boolean);
  await centre.nameMailbox(spegla.origin, spegla.code);

  const answered: Office['answered'] = (form) =>
    centre.rounds.value.find((round) => round.form === form)?.answered;
  const opensRound: Office['opensRound'] = async (form) => {
    const days = [dayFromToday(-1), dayFromToday(20)] as const;
    const round = await centre.openRound(form, thisYear, ...days);
    return eventually(() => {
      const { registration, phone, tablet } = centre.roundLinks(round);
      return registration === 'done' && phone !== null ? { phone, tablet } : undefined;
    }, patientMs);
  };
  return {
    centre,
    answered,
    opensRound,
    opensKiosk: async (form) => (await opensRound(form)).tablet,
    counts: async (form, count) => {
      await until(
        centre.rounds,
        (rounds) => rounds.some((round) => round.form === form && round.answered === count),
        patientMs,
      );
    },
    stop: () => app.stop(),
  };
}
