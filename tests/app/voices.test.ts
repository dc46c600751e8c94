import { describe, expect, it } from 'vitest';
import { createVoices } from '#app/answer/voices.ts';
import { derivedToken, openCard, purposes } from '#crypto/purposes.ts';
import { parseCard, type Card } from '#records/card.ts';
import { parseAnswerLink } from '#records/links.ts';
import { createCardStore, type VoiceRow } from '#store/card-store.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import { setupShortScenario } from '../scenario/scenario.ts';

const swedish = Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7) % 256);
const arabic = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 11) % 256);

/** A centre whose children's round has recordings in two languages, at a mailbox that has them all. */
async function setupVoices() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const { voices } = office.centre;
  await voices.keep('sv', 'c-feel', 'Hur känns det?', { mime: 'audio/webm', bytes: swedish });
  await voices.keep('ar', 'c-feel', 'كيف', { mime: 'audio/mp4', bytes: arabic });
  const round = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
  await office.printsPoster(round);
  await office.isInStep();
  return { story, office, round, tablet: office.centre.roundLinks(round).tablet };
}

/** What the voices of a kiosk are made of, with another card where one is given. */
async function setupParts(
  { story, tablet }: Awaited<ReturnType<typeof setupVoices>>,
  change: (card: Card) => Partial<Card> = () => ({}),
) {
  const world = story.newPhone();
  const deps = world.answerDeps(tablet);
  const link = parseAnswerLink(deps.fragment);
  if (link?.kioskSecret == null) throw new Error('no kiosk link');
  const token = await derivedToken(link.kioskSecret, purposes.kioskToken);
  const client = createAnswerClient(story.mailbox.origin, deps.fetch);
  const cards = createCardStore(world.storage);
  const reply = await client.roundCard(token, link.round);
  const text = reply.ok ? await openCard(link, reply.value.card) : undefined;
  const card = text === undefined ? undefined : parseCard(text);
  if (card === undefined) throw new Error('no card');
  const voices = createVoices({ cards, client, link, token, card: { ...card, ...change(card) } });
  return { world, cards, card, voices };
}

describe('recorded prompts at a kiosk and on a phone', () => {
  it('plays without a network what the kiosk fetched at its start, in every language', async () => {
    const { story, tablet } = await setupVoices();
    const kiosk = await story.opens(tablet);
    expect(await kiosk.app.keepRecordings()).toBe(true);
    kiosk.world.goOffline();
    expect(await kiosk.app.recording('sv', 'c-feel')).toEqual(swedish);
    expect(await kiosk.app.recording('ar', 'c-feel')).toEqual(arabic);
    kiosk.close();
    const again = await story.opens(tablet, kiosk.world);
    expect(await again.app.recording('sv', 'c-feel')).toEqual(swedish);
  });

  it('fetches at the tap on a phone, and keeps that one', async () => {
    const { story, office, round } = await setupVoices();
    const phone = await story.opens(await office.printsPoster(round));
    expect(await phone.app.recording('sv', 'c-feel')).toEqual(swedish);
    phone.world.goOffline();
    expect(await phone.app.recording('sv', 'c-feel')).toEqual(swedish);
    expect(await phone.app.recording('ar', 'c-feel')).toBeUndefined();
    expect(await phone.app.recording('sv', 'c-listen')).toBeUndefined();
    phone.world.goOnline();
    expect(await phone.app.recording('ar', 'c-feel')).toEqual(arabic);
  });

  it('says that not all are kept while the network is away, and gets the rest later', async () => {
    const { story, office, round } = await setupVoices();
    const phone = await story.opens(await office.printsPoster(round));
    phone.world.goOffline();
    expect(await phone.app.keepRecordings()).toBe(false);
    phone.world.goOnline();
    expect(await phone.app.keepRecordings()).toBe(true);
  });

  it('plays on the device that opened the round, though the centre has no mailbox', async () => {
    const story = await setupShortScenario('2026-11-02T09:00:00');
    const office = story.teamDevice('Surfplattan');
    await office.createsCentre();
    const recording = { mime: 'audio/webm', bytes: swedish } as const;
    await office.centre.voices.keep('sv', 'want', 'Vill du vara med?', recording);
    const round = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
    office.world.goOffline();
    const kiosk = await office.opensTablet(round);
    expect(await kiosk.app.recording('sv', 'want')).toEqual(swedish);
  });

  it('refuses a recording whose bytes are not those of the card', async () => {
    const other = 'A'.repeat(22);
    const { voices, cards, card } = await setupParts(await setupVoices(), (real) => ({
      voices: { 'sv/c-feel': `${real.voices['sv/c-feel']?.split('.')[0] ?? ''}.${other}` },
    }));
    expect(await voices.recording('sv', 'c-feel')).toBeUndefined();
    const [id = ''] = (card.voices['sv/c-feel'] ?? '').split('.');
    expect(await cards.voice(id)).toBeUndefined();
    expect(await voices.keepAll()).toBe(false);
  });

  it('fetches anew what is spoilt on the disk, or lies there under another round', async () => {
    const { voices, cards, card } = await setupParts(await setupVoices());
    await voices.keepAll();
    const ids = ['sv', 'ar'].map((of) => card.voices[`${of}/c-feel`]?.split('.')[0] ?? '');
    const rows = await Promise.all(ids.map((id) => cards.voice(id)));
    const [one, two] = rows.filter((row): row is VoiceRow => row !== undefined);
    if (one === undefined || two === undefined) throw new Error('not kept');
    await cards.keepVoices([
      { ...one, sealed: two.sealed },
      { ...two, round: 'B'.repeat(22) },
    ]);
    expect(await voices.recording('sv', 'c-feel')).toEqual(swedish);
    expect(await voices.recording('ar', 'c-feel')).toEqual(arabic);
    expect(await cards.voice(one.id)).toEqual(one);
    expect(await cards.voice(two.id)).toEqual(two);
  });
});
