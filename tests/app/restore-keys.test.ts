import { expect, it } from 'vitest';
import type { OpenCentre, RestoreInput } from '#app/team/team-app.ts';
import { announcedTeamLink, setupShortScenario, type TeamDevice } from '../scenario/scenario.ts';
import { rowsOf } from './raw-storage.ts';
import { eventually, until } from './until.ts';

type Story = Awaited<ReturnType<typeof setupShortScenario>>;

async function holdsRound(story: Story, office: TeamDevice, year: number, people: number) {
  const { centre } = office;
  story.itIs(`${year}-11-02T09:00:00`);
  const round = await centre.openRound('parents', year, `${year}-11-02`, `${year}-11-15`);
  const poster = await office.printsPoster(round);
  for (let person = 0; person < people; person += 1) {
    const phone = await story.opens(poster);
    const texts: Record<string, string> = person === 0 ? { 'p-good': `Kaffet ${year}` } : {};
    await phone.handsIn({ marks: { 'p-near': 1 + (person % 4) }, texts });
    await phone.isSent();
    phone.close();
  }
  await until(
    centre.rounds,
    (rounds) => rounds.find(({ id }) => id === round)?.answered === people,
  );
  await centre.closeRound(round, 40);
  await centre.agreePosition(year, 'r01', 4);
  await office.isInStep();
}

function idOf(centre: OpenCentre, name: string): string {
  const device = centre.devices.value.find((each) => each.name === name);
  if (device === undefined) throw new Error(`no device ${name}`);
  return device.device;
}

/** Three years at a centre, with two colleagues who left and so two changes of the team key. */
async function setupYears() {
  const story = await setupShortScenario('2024-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const sheet = await office.centre.kitSheet();
  if (sheet === null) throw new Error('no kit');
  for (const [year, leaver] of [
    [2024, 'Anna'],
    [2025, 'Bo'],
    [2026, null],
  ] as const) {
    await holdsRound(story, office, year, 6 + (year % 3));
    if (leaver === null) continue;
    const colleague = story.teamDevice(leaver);
    await colleague.joins(await announcedTeamLink(office));
    await until(office.centre.devices, ({ length }) => length === 2);
    await office.centre.revokeDevices([idOf(office.centre, leaver)]);
    await office.isInStep();
  }
  return { story, office, sheet };
}

function summaryOf(centre: OpenCentre) {
  return {
    name: centre.centre.value.name,
    years: centre.years.value,
    rounds: centre.rounds.value.map(({ id, answered, textCount, closed }) => ({
      id,
      answered,
      textCount,
      closed,
    })),
    results: [2024, 2025, 2026].map((year) => centre.results(year)),
    positions: [2024, 2025, 2026].map((year) => centre.board(year).items[0]?.position),
    former: centre.formerDevices.value,
  };
}

it('brings a centre back whose only device is lost, from the printed words and the mailbox alone', async () => {
  const { story, office, sheet } = await setupYears();
  const before = summaryOf(office.centre);
  const file = await office.centre.exportFile();
  await office.app.stop(); // Lost: nothing of its storage is used again.

  const found = story.teamDevice('Nya datorn');
  const restored = await found.app.restore({
    kit: sheet.words.join(' '),
    mailbox: story.mailbox.origin,
    file: undefined,
    deviceName: 'Nya datorn',
  });
  expect(restored).toMatchObject({ ok: true, wasHere: false });
  await until(found.centre.loaded, Boolean);
  await found.isInStep();

  expect(found.centre.unreadable.value).toEqual([]);
  expect(summaryOf(found.centre)).toEqual(before);
  expect(found.app.centres.value).toMatchObject([{ name: 'Solrosen' }]);
  expect(found.centre.kitHere.value).toBe(false);
  expect(found.centre.kitCheck.value).not.toBeNull();
  // It goes on: the lost device is revoked, a new round opened, answers come in.
  const typed = await found.centre.readTypedKit(sheet.words.join(' '));
  if (!typed.ok) throw new Error('not read');
  const lost = idOf(found.centre, 'Kontoret');
  expect(await found.centre.revokeDevices([lost], typed.kit)).toEqual({ ok: true });
  await holdsRound(story, found, 2027, 7);

  // The kit once more, on the same device: nothing happens. On another, from the old file and the mailbox: all of it.
  const again = { kit: sheet.link, mailbox: '', file: undefined, deviceName: 'Igen' };
  expect(await found.app.restore(again)).toMatchObject({ ok: true, wasHere: true });
  expect(found.centre.devices.value).toHaveLength(1);
  const second = story.teamDevice('Reserven');
  expect(await second.app.restore({ ...again, file, deviceName: 'Reserven' })).toMatchObject({
    ok: true,
  });
  await until(second.centre.loaded, Boolean);
  expect(second.centre.unreadable.value).toEqual([]);
  expect(second.centre.results(2027)).toEqual(found.centre.results(2027));
}, 120_000);

it('brings a centre back from a saved file where there is no mailbox', async () => {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  const sheet = await office.centre.kitSheet();
  if (sheet === null) throw new Error('no kit');
  await office.centre.agreePosition(2026, 'r01', 2);
  const file = await office.centre.exportFile();
  const found = story.teamDevice('Nya datorn');
  const input = { kit: sheet.link, mailbox: '', file: undefined, deviceName: 'Nya datorn' };
  expect(await found.app.restore(input)).toEqual({ ok: false, why: 'needsPlace' });
  expect(await found.app.restore({ ...input, file: 'hej' })).toEqual({
    ok: false,
    why: 'wrongFile',
  });
  expect(await found.app.restore({ ...input, file })).toMatchObject({ ok: true });
  await until(found.centre.loaded, Boolean);
  expect(found.centre.board(2026).items[0]?.position).toBe(2);
  expect(found.centre.unreadable.value).toEqual([]);
});

it('says what is wrong with a kit, an address or a file, and leaves nothing behind', async () => {
  const { story, office, sheet } = await setupKit();
  const stranger = story.teamDevice('Grannen');
  await stranger.createsCentre();
  const strangeFile = await stranger.centre.exportFile();
  const strange = await stranger.centre.kitSheet();
  const found = story.teamDevice('Nya datorn');
  const input = {
    kit: sheet.words.join(' '),
    mailbox: story.mailbox.origin,
    file: undefined,
    deviceName: 'Nya datorn',
  };
  const restore = (what: Partial<RestoreInput>) => found.app.restore({ ...input, ...what });
  expect(await restore({ kit: sheet.words.with(4, 'qvast').join(' ') })).toEqual({
    ok: false,
    why: 'unknownWord',
    word: 'qvast',
    place: 5,
  });
  expect(await restore({ kit: strange?.words.join(' ') ?? '' })).toEqual({
    ok: false,
    why: 'wrongKit',
  });
  expect(await restore({ mailbox: 'http://:' })).toEqual({ ok: false, why: 'badAddress' });
  expect(await restore({ mailbox: 'http://127.0.0.1:1' })).toEqual({
    ok: false,
    why: 'unreachable',
  });
  expect(await restore({ mailbox: '', file: strangeFile })).toEqual({
    ok: false,
    why: 'wrongFile',
  });
  expect(found.app.centres.value).toEqual([]);
  const databases = await found.world.storage.indexedDB.databases();
  expect(databases.map(({ name }) => name)).not.toContain(`spegla-${office.centre.entry.space}`);

  // A network that goes away in the middle is told, and the next try works.
  found.world.loseReplyTo('/envelopes');
  expect(await restore({})).toEqual({ ok: false, why: 'unreachable' });
  expect(await restore({})).toMatchObject({ ok: true });
  await until(found.centre.loaded, Boolean);
  await until(office.centre.devices, ({ length }) => length === 2);
});

it('lets a device that was shut out in again with the kit, as a new device that keeps what it holds', async () => {
  const { story, office, sheet } = await setupKit();
  const tablet = story.teamDevice('Surfplattan');
  await tablet.joins(await announcedTeamLink(office));
  await until(office.centre.devices, ({ length }) => length === 2);
  await office.centre.revokeDevices([idOf(office.centre, 'Surfplattan')]);
  await until(tablet.centre.sync, ({ status }) => status === 'revoked');
  await tablet.centre.agreePosition(2026, 'r02', 5); // Never sent: the mailbox refuses this device.
  const restored = await tablet.app.restore({
    kit: sheet.link,
    mailbox: '',
    file: undefined,
    deviceName: 'Surfplattan igen',
  });
  expect(restored).toMatchObject({ ok: true, wasHere: false });
  await until(tablet.centre.loaded, Boolean);
  await tablet.isInStep();
  expect(tablet.centre.unreadable.value).toEqual([]);
  await eventually(() => (office.centre.board(2026).items[1]?.position === 5 ? true : undefined));
  expect(office.centre.devices.value.map(({ name }) => name)).toContain('Surfplattan igen');
});

it('keeps nothing of a file that the kit does not open, with a mailbox or without', async () => {
  const { story, office, sheet } = await setupKit();
  const tablet = story.teamDevice('Surfplattan');
  await tablet.joins(await announcedTeamLink(office));
  await until(office.centre.devices, ({ length }) => length === 2);
  await tablet.isInStep();
  await office.centre.revokeDevices([idOf(office.centre, 'Surfplattan')]);
  await until(tablet.centre.sync, ({ status }) => status === 'revoked');
  const { space } = tablet.centre.entry;
  const stranger = story.teamDevice('Grannen');
  await stranger.createsCentre();
  const strange = await stranger.centre.kitSheet();
  const [, ...lines] = (await stranger.centre.exportFile()).trim().split('\n');
  // Everything of another centre, under a head that names this one.
  const handmade = [JSON.stringify({ spegla: 'envelopes', v: 1, space }), ...lines, 'skräp'];
  const held = () =>
    Promise.all(
      ['envelopes', 'outbox', 'unreadLines'].map((table) =>
        rowsOf(tablet.world, `spegla-${space}`, table),
      ),
    );
  const before = await held();
  for (const mailbox of ['', story.mailbox.origin]) {
    for (const kit of [strange?.words.join(' ') ?? '', sheet.words.join(' ')]) {
      const what = { kit, mailbox, file: handmade.join('\n'), deviceName: 'Igen' };
      expect(await tablet.app.restore(what)).toEqual({ ok: false, why: 'wrongFile' });
      expect(await held()).toEqual(before);
    }
  }
  // The real file, but no mailbox that lets this kit in: nothing of it is kept either.
  const file = await office.centre.exportFile();
  const away = { kit: sheet.link, mailbox: 'http://127.0.0.1:1', file, deviceName: 'Igen' };
  expect(await tablet.app.restore(away)).toEqual({ ok: false, why: 'unreachable' });
  expect(await held()).toEqual(before);
  expect(await tablet.app.restore({ ...away, mailbox: '' })).toMatchObject({ ok: true });
});

async function setupKit() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await office.isInStep();
  const sheet = await office.centre.kitSheet();
  if (sheet === null) throw new Error('no kit');
  return { story, office, sheet };
}
