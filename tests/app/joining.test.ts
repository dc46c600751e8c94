import { expect, it } from 'vitest';
import { eventually, until } from '../app/until.ts';
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

it('leaves what a kiosk collected where it lay when a join is refused, and it still arrives', async () => {
  const { story, office } = await setupOffice('named');
  const round = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
  await office.printsPoster(round);
  const kioskLink = office.centre.roundLinks(round).tablet;
  const tablets = [story.teamDevice('En'), story.teamDevice('Två')];
  for (const { world } of tablets) {
    const kiosk = await story.opens(kioskLink, world);
    world.goOffline();
    await kiosk.handsIn({ marks: { 'c-feel': 3 }, band: 'from4to6' });
    kiosk.close();
    world.goOnline();
  }

  // Both read the invite before either has used it up, so that one is refused at its last step.
  const link = await announcedTeamLink(office);
  const releases = tablets.map(({ world }) => world.holdRequests());
  const joining = tablets.map((tablet) => tablet.joins(link));
  for (const release of releases) release();
  const joined = await Promise.all(joining);
  expect(joined.map((one) => (one.ok ? 'in' : one.why)).toSorted()).toEqual(['in', 'used']);

  for (const { world } of tablets) await (await story.opens(kioskLink, world)).isSent();
  await until(office.centre.rounds, ([only]) => only?.answered === 2);
  // The one that is in tells its name by itself, perhaps after the answers.
  await until(office.centre.devices, ({ length }) => length === 2);
});

it('lets two links work of which the second was made while the first was being announced', async () => {
  const { story, office, newcomer } = await setupOffice('named');
  const release = office.world.holdRequests('/invites/');
  const first = await office.centre.makeTeamLink();
  await eventually(() => office.world.isAsking('/invites/') || undefined);
  const second = await office.centre.makeTeamLink();
  release();
  const joins = (device: typeof newcomer, link: string) =>
    eventually(async () => ((await device.joins(link)).ok ? true : undefined));
  await joins(newcomer, first);
  await joins(story.teamDevice('Tredje'), second);
  await until(office.centre.devices, ({ length }) => length === 3);
  expect(office.centre.devices.value.map(({ name }) => name)).toContain('Tredje');
});

it('takes no invite from a file after its last day, and writes none into a file', async () => {
  const { story, office, newcomer } = await setupOffice('alone');
  const link = await office.centre.makeTeamLink();
  const file = await office.centre.exportFile();
  story.itIs('2026-11-10T09:00:00');
  expect(await newcomer.joins(link, file)).toEqual({ ok: false, why: 'used' });
  expect(newcomer.app.centres.value).toEqual([]);
  expect(file).toContain('"kind":"invite"');
  await office.app.closeCentre();
  await office.app.openCentre(office.app.centres.value?.[0]?.space ?? '');
  await until(office.centre.loaded, Boolean);
  expect(await office.centre.exportFile()).not.toContain('"kind":"invite"');
  story.itIs('2026-11-09T09:00:00');
  expect(await newcomer.joins(link, file)).toMatchObject({ ok: true });
});
