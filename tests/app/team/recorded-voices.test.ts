import { expect, it } from 'vitest';
import { concat, fromBase64url } from '#crypto/bytes.ts';
import { derivedToken, purposes, shortHashOfBytes } from '#crypto/purposes.ts';
import { openVoice } from '#crypto/voice-seal.ts';
import { randomBytes } from '#crypto/random.ts';
import { maxTeamEnvelopeBytes } from '#protocol/limits.ts';
import { parseCard } from '#records/card.ts';
import { parseAnswerLink } from '#records/links.ts';
import { maxRecordingBytes, voiceSchema } from '#records/voice.ts';
import { createCardStore } from '#store/card-store.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import * as v from 'valibot';
import { announcedTeamLink, setupShortScenario, type TeamDevice } from '../../scenario/scenario.ts';
import { rowsOf } from '../raw-storage.ts';
import { eventually, until } from '../until.ts';

const days = ['2026-11-02', '2026-11-15'] as const;

/** Noise of any length: the platform gives 64 KiB at a time. */
const webm = (length: number) => {
  const parts = Array.from({ length: Math.ceil(length / 50_000) }, () => randomBytes(50_000));
  return { mime: 'audio/webm', bytes: concat(...parts).slice(0, length) } as const;
};

async function setupOffice() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  return { story, office };
}

function cardOf({ centre }: TeamDevice, round: string) {
  const card = parseCard(centre.ledger.value.roundKeys.get(round)?.card ?? '');
  if (card === undefined) throw new Error('the round has no card');
  return card;
}

/** The envelopes of voices on a device, as text. */
async function voicesOn({ world, centre }: TeamDevice): Promise<string[]> {
  const rows = await rowsOf(world, `spegla-${centre.entry.space}`, 'envelopes');
  return rows.map((row) => JSON.stringify(row)).filter((text) => text.includes('"voice"'));
}

it('keeps a recording for the team, plays it on another device, and takes it away and back', async () => {
  const { story, office } = await setupOffice();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const sound = webm(20_000);
  expect(await office.centre.voices.keep('so', 'c-feel', 'Sidee?', sound)).toBeNull();
  const tablet = story.teamDevice('Surfplattan');
  await office.isInStep();
  await tablet.joins(await announcedTeamLink(office));
  const inUse = () => tablet.centre.voices.inUse.value.get('so/c-feel') ?? [];
  await until(tablet.centre.ledger, () => inUse().length === 1);
  expect(await tablet.centre.voices.read(inUse()[0]?.voice ?? '')).toEqual(sound);
  expect(await tablet.centre.voices.read('AAAAAAAAAAAAAAAAAAAAAA')).toBeUndefined();
  expect(tablet.centre.unreadable.value).toEqual([]);

  const undo = await tablet.centre.voices.remove('so', 'c-feel');
  expect(inUse()).toEqual([]);
  await undo();
  expect(inUse()).toHaveLength(1);
});

it('keeps the sound out of what it holds opened, and still plays it after a restart', async () => {
  const { office } = await setupOffice();
  const sound = webm(50_000);
  await office.centre.voices.keep('sv', 'want', 'Vill du?', sound);
  const { space } = office.centre.entry;
  const blocks = await rowsOf(office.world, `spegla-${space}`, 'blocks');
  const sizes = blocks.map((row) => v.parse(v.object({ sealed: v.instance(Uint8Array) }), row));
  expect(Math.max(...sizes.map(({ sealed }) => sealed.length))).toBeLessThan(20_000);
  await office.app.closeCentre();
  await office.app.openCentre(space);
  await until(office.centre.loaded, Boolean);
  const [standing] = office.centre.voices.inUse.value.get('sv/want') ?? [];
  expect(await office.centre.voices.read(standing?.voice ?? '')).toEqual(sound);
});

it('takes the longest recording that fits into an envelope, and says so of a longer one', async () => {
  const { office } = await setupOffice();
  const { voices } = office.centre;
  expect(await voices.keep('sv', 'want', 'Vill du?', webm(maxRecordingBytes + 1))).toBe('tooLong');
  expect(await voices.keep('sv', 'want', 'Vill du?', webm(maxRecordingBytes))).toBeNull();
  const round = await office.centre.openRound('children', 2026, ...days);
  const long = await voicesOn(office);
  expect(long).toHaveLength(2);
  for (const text of long) expect(text.length).toBeLessThanOrEqual(maxTeamEnvelopeBytes);
  expect(Object.keys(cardOf(office, round).voices)).toEqual(['sv/want']);
});

it('seals the recordings anew for a round: a phone with the link gets the very bytes that the card names', async () => {
  const { story, office } = await setupOffice();
  const sounds = new Map([
    ['so/c-feel', webm(9_000)],
    ['ar/want', webm(7_000)],
    ['sv/p-near', webm(5_000)],
  ]);
  for (const [slot, sound] of sounds) {
    const [language = '', prompt = ''] = slot.split('/');
    await office.centre.voices.keep(language, prompt, 'ord', sound);
  }
  const ready = office.centre.voices.readiness('children');
  expect([ready.size, ready.get('ar'), ready.get('so')]).toEqual([2, 1, 1]);
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const round = await office.centre.openRound('children', 2026, ...days);
  const card = cardOf(office, round);
  expect(Object.keys(card.voices).toSorted()).toEqual(['ar/want', 'so/c-feel']);
  const poster = await office.printsPoster(round);
  await office.isInStep();

  const link = parseAnswerLink(new URL(poster).hash);
  if (link === undefined) throw new Error('no link');
  const token = await derivedToken(link.secret, purposes.answerToken);
  const client = createAnswerClient(story.mailbox.origin, (input, init) => fetch(input, init));
  for (const [slot, name] of Object.entries(card.voices)) {
    const [id = '', hash] = name.split('.');
    const reply = await client.voice(token, round, id);
    if (!reply.ok) throw new Error(reply.code);
    const text = await openVoice(link, card.space, reply.value.envelope);
    const voice = v.parse(voiceSchema, JSON.parse(text ?? ''));
    const bytes = fromBase64url(voice.data);
    expect(await shortHashOfBytes(bytes)).toBe(hash);
    expect(bytes).toEqual(sounds.get(slot)?.bytes);
    expect(`${voice.language}/${voice.item}`).toBe(slot);
  }
  // The team's own record is not for links.
  const [own] = office.centre.voices.inUse.value.get('so/c-feel') ?? [];
  const refused = await client.voice(token, round, own?.voice ?? '');
  expect(refused).toEqual({ ok: false, code: 'notFound' });
  expect(office.centre.unreadable.value).toEqual([]);
});

it('lets a tablet of the team play without a network what another device opened the round with', async () => {
  const { story, office } = await setupOffice();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await office.centre.voices.keep('sv', 'thanks', 'Tack', webm(4_000));
  const round = await office.centre.openRound('children', 2026, ...days);
  const [name = ''] = Object.values(cardOf(office, round).voices);
  const [id = ''] = name.split('.');
  const kept = (device: TeamDevice) => {
    const cards = createCardStore(device.world.storage);
    return cards.voice(id).finally(() => cards.close());
  };
  expect(await kept(office)).toMatchObject({ id, round });

  await office.isInStep();
  const tablet = story.teamDevice('Surfplattan');
  await tablet.joins(await announcedTeamLink(office));
  expect(await eventually(() => kept(tablet))).toEqual(await kept(office));
  expect(tablet.centre.unreadable.value).toEqual([]);
});

it('leaves no recording of a purged round behind', async () => {
  const { office } = await setupOffice();
  await office.centre.voices.keep('sv', 'want', 'Vill du?', webm(4_000));
  const round = await office.centre.openRound('children', 2026, ...days);
  await office.centre.closeRound(round, null);
  expect(await office.centre.custody.purge('children', 2026)).toEqual({ ok: true });
  const left = async (): Promise<number> => {
    const kept = await rowsOf(office.world, 'spegla-cards', 'voices');
    return (await voicesOn(office)).length + kept.length;
  };
  // The team's own stays, for the next round.
  await eventually(async () => ((await left()) === 1 ? true : undefined));
  expect(office.centre.voices.inUse.value.size).toBe(1);
});

it('takes no recording of an own question whose words have changed since', async () => {
  const { office } = await setupOffice();
  const { questions, voices } = office.centre;
  const id = await questions.add('agree');
  await questions.setText(id, 'sv', 'Jag hittar hit.');
  await voices.keep('sv', id, 'Jag hittar hit.', webm(2_000));
  expect([...voices.readiness('parents')]).toEqual([['sv', 1]]);
  await questions.setText(id, 'sv', ' Det är lätt att hitta hit. ');
  expect(voices.readiness('parents').size).toBe(0);
  const round = await office.centre.openRound('parents', 2026, ...days);
  const texts = { sv: { text: 'Det är lätt att hitta hit.' } };
  expect(cardOf(office, round)).toMatchObject({
    questions: [{ id, kind: 'agree', options: [], texts }],
    voices: {},
  });
});

it('asks a tablet’s parents the questions that stood when the round opened, and counts what they say', async () => {
  const { office } = await setupOffice();
  const { questions } = office.centre;
  const id = await questions.add('choice');
  await questions.setText(id, 'sv', 'När kommer du helst?');
  await questions.setOption(id, 'o1', 'sv', 'Förmiddag');
  await questions.setOption(id, 'o2', 'sv', 'Kväll');
  const round = await office.centre.openRound('parents', 2026, ...days);
  await questions.remove(id);
  const tablet = await office.opensTablet(round);
  for (let n = 0; n < 6; n += 1) await tablet.handsIn({ choices: { [id]: [n < 4 ? 'o1' : 'o2'] } });
  await until(office.centre.rounds, ([first]) => first?.answered === 6);
  await office.centre.closeRound(round, null);
  expect(office.centre.results(2026).ownQuestions).toMatchObject([
    { id, text: 'När kommer du helst?', answered: 6, chosen: { shown: true } },
  ]);
});

it('says of own questions with more words than a card holds that they are too many', async () => {
  const { office } = await setupOffice();
  const { questions } = office.centre;
  const codes = ['sv', 'ar', 'so', 'ti', 'fa', 'uk', 'ckb', 'kmr', 'pl', 'tr', 'es', 'fi'];
  for (let n = 0; n < 5; n += 1) {
    const id = await questions.add('text');
    for (const code of codes) await questions.setText(id, code, 'ት'.repeat(300));
  }
  await expect(office.centre.openRound('parents', 2026, ...days)).rejects.toThrow();
  expect(office.centre.rounds.value).toEqual([]);
});

it('keeps what two people record of the same prompt at once, until one of them is chosen', async () => {
  const { office } = await setupOffice();
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const tablet = story.teamDevice('Surfplattan');
  const link = await office.centre.makeTeamLink();
  await tablet.joins(link, await office.centre.exportFile());
  const sounds = [webm(1_000), webm(2_000)] as const;
  await office.centre.voices.keep('pl', 'c-feel', 'Jak tu jest?', sounds[0]);
  await tablet.centre.voices.keep('pl', 'c-feel', 'Jak tu jest?', sounds[1]);
  await office.centre.importFile(await tablet.centre.exportFile());
  const { voices } = office.centre;
  const inUse = () => voices.inUse.value.get('pl/c-feel') ?? [];
  expect(inUse()).toHaveLength(2);
  expect(voices.readiness('children').get('pl')).toBe(1);
  const heard = await Promise.all(inUse().map(({ voice }) => voices.read(voice)));
  const chosen = inUse()[heard.findIndex((one) => one?.bytes.length === 2_000)];
  await voices.choose('pl', 'c-feel', chosen?.voice ?? '', 'Jak tu jest?');
  expect(inUse()).toMatchObject([{ voice: chosen?.voice }]);
  expect(office.centre.contested.value).toEqual([]);
});
