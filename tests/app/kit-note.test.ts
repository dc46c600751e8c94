import { expect, it } from 'vitest';
import type { OpenCentre } from '#app/team/team-app.ts';
import { announcedTeamLink, setupShortScenario } from '../scenario/scenario.ts';
import { until } from './until.ts';

/** The names of the devices that the kit lies on, as a device's book says. */
function holdersOf({ devices }: OpenCentre): readonly string[] {
  return devices.value.filter(({ holdsKit }) => holdsKit).map(({ name }) => name);
}

it('tells every device which of them the kit lies on, until it is taken off there', async () => {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  await office.createsCentre();
  expect(holdersOf(office.centre)).toEqual(['Kontoret']);
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await tablet.joins(await announcedTeamLink(office));
  await until(tablet.centre.devices, () => holdersOf(tablet.centre)[0] === 'Kontoret');
  await office.centre.forgetKit();
  expect(holdersOf(office.centre)).toEqual([]);
  await until(tablet.centre.devices, () => holdersOf(tablet.centre).length === 0);
});

it('notes anew what the book lacks when a centre is opened, and only what is so', async () => {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  const { space } = office.centre.entry;
  const [here] = office.centre.devices.value;
  // As a book may stand when the page was closed while the kit was taken off, or was written before this was noted.
  await office.centre.setField(`devices/${here?.device ?? ''}/kit`, false);
  expect(holdersOf(office.centre)).toEqual([]);
  await office.app.closeCentre();
  await office.app.openCentre(space);
  await until(office.centre.devices, () => holdersOf(office.centre)[0] === 'Kontoret');
});
