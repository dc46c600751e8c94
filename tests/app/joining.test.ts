import { expect, it } from 'vitest';
import { until } from '../app/until.ts';
import { announcedTeamLink, newCentre, setupShortScenario } from '../scenario/scenario.ts';

/** A centre on one device, at a mailbox where `named`. */
async function setupOffice(named: 'named' | 'alone') {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  if (named === 'named') {
    await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
    await office.isInStep();
  }
  return { story, office, newcomer: story.teamDevice('Surfplattan') };
}

it.each([
  '',
  'hej',
  'https://example.se/index.html',
  'http://127.0.0.1/index.html#join.1.kort.hemlig',
])('says of %j that it is no team link', async (text) => {
  const { newcomer } = await setupOffice('alone');
  expect(await newcomer.app.join(text, 'Surfplattan')).toEqual({ ok: false, why: 'badLink' });
});

it('joins by a file where there is no mailbox, and only with the file that holds the invite', async () => {
  const { story, office, newcomer } = await setupOffice('alone');
  const tooOld = await office.centre.exportFile();
  const link = await office.centre.makeTeamLink();
  await office.centre.agreePosition(2026, 'r01', 6);
  newcomer.world.goOffline();
  expect(await newcomer.joins(link)).toEqual({ ok: false, why: 'needsFile' });
  expect(await newcomer.joins(link, 'hej')).toEqual({ ok: false, why: 'wrongFile' });
  expect(await newcomer.joins(link, tooOld)).toEqual({ ok: false, why: 'wrongFile' });

  const joined = await newcomer.joins(link, await office.centre.exportFile());
  expect(joined).toEqual({ ok: true, space: office.centre.entry.space });
  expect(newcomer.centre.board(2026).items[0]?.position).toBe(6);
  expect(newcomer.centre.sync.value).toMatchObject({ mailbox: null, status: 'none' });
  expect(await newcomer.joins(link)).toEqual({ ok: false, why: 'alreadyHere' });

  // And back again: what the newcomer writes reaches the office by a file too.
  await newcomer.centre.agreePosition(2026, 'r02', 3);
  await office.centre.importFile(await newcomer.centre.exportFile());
  expect(office.centre.board(2026).items[1]?.position).toBe(3);
  expect(office.centre.devices.value.map(({ name }) => name)).toEqual(['Kontoret', 'Surfplattan']);
  expect(await office.centre.importFile('rubbish')).toBeNull();

  const stranger = story.teamDevice('Grannen');
  await stranger.app.createCentre(newCentre('Grannen'));
  expect(await stranger.centre.importFile(await office.centre.exportFile())).toBeNull();
});

it('lets a device that came by file reach the mailbox with a link, and offers all it holds', async () => {
  const { story, office, newcomer } = await setupOffice('alone');
  await newcomer.joins(await office.centre.makeTeamLink(), await office.centre.exportFile());
  await newcomer.centre.agreePosition(2026, 'r01', 2);
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await office.isInStep();

  expect(await newcomer.joins(await announcedTeamLink(office))).toMatchObject({ ok: true });
  await newcomer.isInStep();
  await until(office.centre.ledger, () => office.centre.board(2026).items[0]?.position === 2);
  // Now the mailbox knows it: another link has nothing to do, and is not used up.
  const link = await announcedTeamLink(office);
  expect(await newcomer.joins(link)).toEqual({ ok: false, why: 'alreadyHere' });
  expect(await story.teamDevice('Tredje').joins(link)).toMatchObject({ ok: true });
});

it('says whether a link is out of reach, used, or too old', async () => {
  const { story, office, newcomer } = await setupOffice('named');
  const link = await announcedTeamLink(office);
  newcomer.world.goOffline();
  expect(await newcomer.joins(link)).toEqual({ ok: false, why: 'unreachable' });
  expect(newcomer.app.centres.value).toEqual([]);
  newcomer.world.goOnline();
  story.itIs('2026-11-10T09:00:00');
  expect(await newcomer.joins(link)).toEqual({ ok: false, why: 'used' });
  // A refused device keeps nothing of the centre.
  const databases = await newcomer.world.storage.indexedDB.databases();
  expect(databases.map(({ name }) => name)).not.toContain(`spegla-${office.centre.entry.space}`);
});

it('takes a lost reply for no used link: the same device asks again and is in', async () => {
  const { office, newcomer } = await setupOffice('named');
  const link = await announcedTeamLink(office);
  newcomer.world.loseReplyTo('/devices');
  expect(await newcomer.joins(link)).toMatchObject({ ok: true });
  await newcomer.isInStep();
});
