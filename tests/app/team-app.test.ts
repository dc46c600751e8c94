import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { createAnswerApp } from '#app/answer/create-answer-app.ts';
import { createTeamApp } from '#app/team/create-team-app.ts';
import type { NewCentre, OpenCentre, TeamApp } from '#app/team/team-app.ts';
import { setupDevice, type DeviceWorld } from './devices.ts';
import { allRows } from './raw-storage.ts';
import { until } from './until.ts';

const pageUrl = 'http://127.0.0.1:9/';
const solrosen: NewCentre = {
  name: 'Solrosen',
  services: ['midwifery', 'childHealth', 'openPreschool', 'socialServices'],
  responsible: { name: 'Kommunen', contact: 'kommunen@example.se' },
  deviceName: 'Kontoret',
};

const stops: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const stop of stops.splice(0)) await stop();
});

function start(device: DeviceWorld): TeamApp {
  const app = createTeamApp(device.teamDeps());
  stops.push(() => app.stop());
  return app;
}

async function openedCentre(app: TeamApp): Promise<OpenCentre> {
  const centre = await until(app.current, (value) => value !== null);
  if (centre === null) throw new Error('no centre');
  await until(centre.loaded, Boolean);
  return centre;
}

it('makes a centre without any network and finds it again after a restart', async () => {
  const device = setupDevice(pageUrl);
  device.goOffline();
  const first = start(device);
  await first.createCentre(solrosen);
  const centre = await openedCentre(first);
  await until(centre.centre, ({ name }) => name === 'Solrosen');
  await centre.setField('centre/name', 'Solrosen i Byn');
  expect(centre.centre.value.name).toBe('Solrosen i Byn');
  await first.stop();

  const again = await openedCentre(start(device));

  expect(again.centre.value).toMatchObject({ name: 'Solrosen i Byn', services: solrosen.services });
  expect(again.unreadable.value).toEqual([]);
});

it('opens a round on a tablet without a mailbox, takes answers there, and reads them', async () => {
  const device = setupDevice(pageUrl);
  const app = start(device);
  await app.createCentre(solrosen);
  const centre = await openedCentre(app);
  const round = await centre.openRound('children', 2026, '2026-11-01', '2026-12-24');
  const links = centre.roundLinks(round);
  expect(links.phone).toBeNull();

  const kiosk = createAnswerApp(device.answerDeps(links.tablet));
  stops.push(() => kiosk.stop());
  await until(kiosk.phase, ({ kind }) => kind === 'ready');
  for (let child = 0; child < 6; child += 1) {
    kiosk.setChild({ band: 'from4to6', help: 'alone', practice: 'met' });
    kiosk.mark('c-feel', 3);
    expect(await kiosk.handIn()).toEqual({ ok: true });
  }
  expect(kiosk.delivery.value).toEqual({ kind: 'onDevice', count: 6 });

  await until(centre.rounds, ([only]) => only?.answered === 6);
  expect(centre.unreadable.value).toEqual([]);
});

it('makes an example centre with four years of results, and takes it away in one tap', async () => {
  const app = start(setupDevice(pageUrl));
  await app.openDemo();
  const centre = await openedCentre(app);

  const results = centre.results(2026);

  expect(centre.entry.demo).toBe(true);
  expect(results.respondents.parents).toEqual({ answered: 34, families: 80 });
  for (const trend of [...results.statements, ...results.parentGoals, ...results.children]) {
    expect(trend.years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  }
  expect(centre.goals(2026)).toHaveLength(2);

  await app.removeCentre(centre.entry.space);
  expect(app.centres.value).toEqual([]);
});

it('shows an edit that is stored, though the disk has no room for what only saves time', async () => {
  const device = setupDevice(pageUrl);
  const app = start(device);
  await app.createCentre(solrosen);
  const centre = await openedCentre(app);
  const { add } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    if (this.name === 'blocks') throw new DOMException('no room', 'QuotaExceededError');
    return add.apply(this, row);
  });
  await centre.setField('centre/name', 'Solrosen i Byn');
  expect(centre.centre.value.name).toBe('Solrosen i Byn');
  await centre.setField('centre/name', 'Solrosen i Skogen');
  expect(centre.centre.value.name).toBe('Solrosen i Skogen');
  await app.stop();

  const again = await openedCentre(start(device));
  expect(again.centre.value.name).toBe('Solrosen i Skogen');
});

it('takes a centre away for good, though another tab has it open and writes', async () => {
  const device = setupDevice(pageUrl);
  const app = start(device);
  await app.createCentre(solrosen);
  const other = await openedCentre(start(device));
  const { space } = other.entry;
  await app.removeCentre(space);

  await expect(other.setField('centre/name', 'Solrosen i Byn')).rejects.toThrow();
  const databases = await device.storage.indexedDB.databases();
  expect(databases.map(({ name }) => name)).not.toContain(`spegla-${space}`);
  expect(await allRows(device)).toEqual([]);
  const again = start(device);
  expect(await until(again.centres, (centres) => centres !== undefined)).toEqual([]);
});

it('makes one example centre of two taps', async () => {
  const app = start(setupDevice(pageUrl));
  await Promise.all([app.openDemo(), app.openDemo()]);
  expect(app.centres.value).toHaveLength(1);
});

it('leaves nothing of an example centre that could not be made, and makes it when asked again', async () => {
  const device = setupDevice(pageUrl);
  const app = start(device);
  const noRoom = (done: number): void => {
    if (done > 0.7) throw new DOMException('no room', 'QuotaExceededError');
  };
  await expect(app.openDemo(noRoom)).rejects.toThrow('no room');
  expect(await allRows(device)).toEqual([]);
  expect(app.centres.value).toEqual([]);
  await app.openDemo();
  expect(app.centres.value).toHaveLength(1);
});
