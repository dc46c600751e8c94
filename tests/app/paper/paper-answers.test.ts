import { expect, it, vi, onTestFinished } from 'vitest';
import { marksAnswers } from '#projections/counted-answers.ts';
import { takeBackMs, type PaperDraft } from '#app/team/paper-answers.ts';
import { createTeamApp } from '#app/team/create-team-app.ts';
import type { OpenCentre, TeamApp } from '#app/team/team-app.ts';
import { newCentre, announcedTeamLink, setupShortScenario } from '../../scenario/scenario.ts';
import { setupDevice, type DeviceWorld } from '../devices.ts';
import { allRows } from '../raw-storage.ts';
import { until } from '../until.ts';

const said: PaperDraft = {
  marks: { 'p-near': 3, 'p-hours': 'unknown', 'p-welcome': 4 },
  choices: { 'p-gender': ['woman'] },
  texts: { 'p-good': 'Sångstunden med Kerstin' },
};

async function open(device: DeviceWorld): Promise<{ app: TeamApp; centre: OpenCentre }> {
  const app = createTeamApp(device.teamDeps());
  onTestFinished(() => app.stop());
  const centre = await until(app.current, (value) => value !== null);
  if (centre === null) throw new Error('no centre');
  await until(centre.loaded, Boolean);
  return { app, centre };
}

/** A centre on one device without any mailbox, with a parents' round in weeks 45–46 and a day within it. */
async function setupRound(today = '2026-11-09T10:00:00') {
  const device = setupDevice('http://127.0.0.1:9/', '2026-11-01T09:00:00');
  const first = createTeamApp(device.teamDeps());
  await first.createCentre(newCentre('Kontoret'));
  const made = await until(first.current, (value) => value !== null);
  if (made === null) throw new Error('no centre');
  const round = await made.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  const reflection = await made.openRound('reflection', 2026, '2026-11-02', '2026-11-15');
  await first.stop();
  device.setTime(today);
  return { device, round, reflection, ...(await open(device)) };
}

function answered(centre: OpenCentre, round: string): number {
  return centre.rounds.value.find(({ id }) => id === round)?.answered ?? 0;
}

it('takes a paper in as one answer that says so, each text by itself', async () => {
  const { centre, round } = await setupRound();
  expect(await centre.paper.give(round, 'paper', said)).toEqual({ ok: true });
  await centre.paper.release();
  await until(centre.rounds, () => answered(centre, round) === 1);
  const [marks] = marksAnswers(centre.ledger.value, round);
  expect(marks).toMatchObject({ mode: 'paper', marks: said.marks, choices: said.choices });
  const [text] = centre.ledger.value.texts.get(round) ?? [];
  expect(text).toMatchObject({ item: 'p-good', text: said.texts['p-good'], gender: 'woman' });
  expect(centre.paper.today.value[round]).toBe(1);
});

it('keeps apart what was read aloud', async () => {
  const { centre, round } = await setupRound();
  await centre.paper.give(round, 'interview', said);
  await centre.paper.release();
  await until(centre.rounds, () => answered(centre, round) === 1);
  expect(marksAnswers(centre.ledger.value, round)[0]).toMatchObject({ mode: 'interview' });
});

it('lets the last one be taken back, and nothing of it stays', async () => {
  const { device, centre, round } = await setupRound();
  await centre.paper.give(round, 'paper', said);
  expect(centre.paper.last.value?.round).toBe(round);
  expect(await centre.paper.takeBack()).toBe(true);
  expect(centre.paper.last.value).toBeNull();
  expect(centre.paper.today.value[round]).toBe(0);
  await centre.paper.release();
  await centre.setField('centre/name', 'Solrosen i Byn'); // Read after whatever was written.
  expect(answered(centre, round)).toBe(0);
  const kinds = (await allRows(device)).map(({ row }) => JSON.stringify(row));
  expect(kinds.filter((row) => row.includes('"kind":"answer"'))).toEqual([]);
});

it('sends it on its way by itself after ten seconds, and then it stays', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { centre, round } = await setupRound();
  await centre.paper.give(round, 'paper', said);
  await vi.advanceTimersByTimeAsync(takeBackMs - 1);
  expect(centre.paper.last.value).not.toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(centre.paper.last.value).toBeNull();
  vi.useRealTimers();
  await until(centre.rounds, () => answered(centre, round) === 1);
  expect(await centre.paper.takeBack()).toBe(false);
});

it('loses nothing when the page is gone in the same moment, and reads nothing in the clear', async () => {
  const { device, centre, round } = await setupRound();
  await centre.paper.give(round, 'paper', said);
  // Not stopped: as when the machine dies.
  const rows = JSON.stringify(await allRows(device));
  expect(rows).not.toContain('Kerstin');
  expect(rows).not.toContain('p-near');
  const { centre: again } = await open(device);
  await until(again.rounds, () => answered(again, round) === 1);
  expect(again.paper.today.value[round]).toBe(1);
});

it('sends the one before when the next is given', async () => {
  const { centre, round } = await setupRound();
  for (let paper = 0; paper < 3; paper += 1) await centre.paper.give(round, 'paper', said);
  await until(centre.rounds, () => answered(centre, round) === 2);
  expect(centre.paper.today.value[round]).toBe(3);
});

it('counts the papers of today only', async () => {
  const { device, app, centre, round } = await setupRound();
  await centre.paper.give(round, 'paper', said);
  await app.stop();
  device.setTime('2026-11-10T09:00:00');
  const { centre: tomorrow } = await open(device);
  await until(tomorrow.rounds, () => answered(tomorrow, round) === 1);
  expect(tomorrow.paper.today.value).toEqual({});
});

it('takes nothing before the opening, and nothing that says nothing', async () => {
  const { centre, round } = await setupRound('2026-11-01T09:00:00');
  expect(centre.paper.intake(round)).toBe('planned');
  expect(await centre.paper.give(round, 'paper', said)).toEqual({ ok: false, why: 'notTaken' });
  const open = await setupRound();
  const nothing = { marks: {}, choices: { 'p-gender': ['man'] }, texts: { 'p-good': ' ' } };
  expect(await open.centre.paper.give(open.round, 'paper', nothing)).toEqual({
    ok: false,
    why: 'empty',
  });
});

it('takes papers after the last day until the round is closed, and late ones for a while after', async () => {
  const { device, app, centre, round } = await setupRound('2026-11-20T09:00:00');
  expect(centre.paper.intake(round)).toBe('open');
  await centre.closeRound(round, null);
  expect(centre.paper.intake(round)).toBe('late');
  expect(await centre.paper.give(round, 'paper', said)).toEqual({ ok: true });
  const until = centre.custody.takesLateUntil(round);
  await app.stop();
  const dayAfter = new Date(new Date(`${until}T12:00:00Z`).getTime() + 86_400_000);
  device.setTime(`${dayAfter.toISOString().slice(0, 10)}T09:00:00`);
  const { centre: later } = await open(device);
  expect(later.paper.intake(round)).toBe('over');
});

it('takes no mark more once the team has seen its spread: it would show whose it is', async () => {
  const { centre, reflection } = await setupRound();
  const marks = { r01: 6, r02: 'notHere', r03: 1 } as const;
  for (let person = 0; person < 3; person += 1) {
    await centre.paper.give(reflection, 'paper', { marks, choices: {}, texts: {} });
  }
  await centre.paper.release();
  await until(centre.rounds, () => answered(centre, reflection) === 3);
  expect(await centre.revealRound(reflection)).toBe(true);
  expect(centre.paper.intake(reflection)).toBe('revealed');
  expect(await centre.paper.give(reflection, 'paper', { marks, choices: {}, texts: {} })).toEqual({
    ok: false,
    why: 'notTaken',
  });
});

it('stands on paper as its card says: local questions in, what is about a lacking service out', async () => {
  const { centre, round, reflection } = await setupRound();
  const items = centre.paper.round(round)?.sections.flatMap((section) => section.items) ?? [];
  expect(items).toHaveLength(22);
  expect(centre.paper.round(reflection)?.sections.flatMap(({ items }) => items)).toHaveLength(30);
  const children = await centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
  expect(centre.paper.round(children)).toBeNull();

  const question = await centre.questions.add('agree');
  await centre.questions.setText(question, 'sv', 'Jag hittar lätt till er.');
  await centre.setField('centre/services', ['openPreschool']);
  const second = await centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  const paper = centre.paper.round(second);
  const [item] = paper?.sections.find(({ id }) => id === 'local')?.items ?? [];
  expect(paper?.localTexts[item?.id ?? '']?.['sv']?.text).toBe('Jag hittar lätt till er.');
  const services = paper?.sections
    .flatMap((one) => one.items)
    .find(({ id }) => id === 'p-services');
  expect(services).toMatchObject({ options: ['openPreschool'] });
});

it('reaches the rest of the team, also from an office that was offline when it was entered', async () => {
  const story = await setupShortScenario('2026-11-09T09:00:00');
  const office = story.teamDevice('Kontoret');
  const colleague = story.teamDevice('Öppna förskolan');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await colleague.joins(await announcedTeamLink(office));
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  await office.isInStep();
  office.world.goOffline();
  await until(office.centre.sync, ({ status }) => status !== 'online');
  for (let paper = 0; paper < 4; paper += 1) await office.centre.paper.give(round, 'paper', said);
  await office.centre.paper.release();
  await until(office.centre.rounds, () => answered(office.centre, round) === 4);
  office.world.goOnline();
  await until(colleague.centre.rounds, () => answered(colleague.centre, round) === 4);
  await office.isInStep();
  // No kiosk: nobody has to be told that this tablet still may hold something.
  await colleague.centre.custody.refreshKiosks();
  expect(colleague.centre.custody.kiosks.value.reports).toEqual([]);
});
