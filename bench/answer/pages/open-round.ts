import { effect } from '@preact/signals';
import { browserTeamDeps } from '#app/team/browser-deps.ts';
import { createTeamApp } from '#app/team/create-team-app.ts';
import { demoCentre } from '#app/team/demo/demo-texts.ts';
import { dayOf } from '#i18n/local-day.ts';

declare global {
  /** Makes a centre with an open round for parents, and gives its answer link once the mailbox knows of it. */
  var openParentsRound: (() => Promise<string>) | undefined;
}

const dayMs = 86_400_000;

/** Waits for what signals say. */
function until<T>(read: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const value = read();
      if (value === undefined) return;
      resolve(value);
      queueMicrotask(() => stop());
    });
  });
}

globalThis.openParentsRound = async () => {
  const app = createTeamApp(browserTeamDeps());
  const services = [...demoCentre.services];
  await app.createCentre({ ...demoCentre, services, deviceName: 'Kontorets dator' });
  const centre = await until(() => app.current.value ?? undefined);
  await until(() => (centre.loaded.value ? true : undefined));
  const named = await centre.nameMailbox(location.origin, '');
  if (!named.ok) throw new Error(`no mailbox: ${named.why}`);
  const now = Date.now();
  const [opens, closes] = [dayOf(new Date(now - dayMs)), dayOf(new Date(now + 20 * dayMs))];
  const round = await centre.openRound('parents', new Date().getFullYear(), opens, closes);
  const link = await until(() => {
    const { registration, phone } = centre.roundLinks(round);
    return registration === 'done' && phone !== null ? phone : undefined;
  });
  await app.stop();
  return link;
};
