import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import arabicFile from '#locales/ar/answer.json' with { type: 'json' };
import type answerFile from '#locales/sv/answer.json';
import questionsFile from '#locales/sv/questions.json' with { type: 'json' };
import { fromBase64url } from '#crypto/bytes.ts';
import { derivedToken, openCard, purposes, shortHashOfBytes } from '#crypto/purposes.ts';
import { openVoice } from '#crypto/voice-seal.ts';
import { parseCard } from '#records/card.ts';
import { parseAnswerLink } from '#records/links.ts';
import { saidAloud } from '#i18n/said-aloud.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { openRound, phoneLink } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button, goTo, setupCentre } from './team-steps.ts';
import { children, parents, tablet, team, wordsOf } from './texts.ts';

const questions = wordsOf(questionsFile);
const arabic = wordsOf<typeof answerFile>(arabicFile);
const asked = 'Vad skulle få dig att komma oftare?';
const feel = saidAloud(
  'sv',
  children.text('c-feel'),
  [3, 2, 1].map((point) => children.point('feeling3', point)),
);
const want = `${children.intro} ${tablet('child.want')}`;

let spegla: Spegla;
beforeAll(async () => {
  // Chromium's own microphone: it beeps once a second.
  spegla = await setupSpegla([
    '--use-fake-device-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ]);
});
afterAll(() => spegla.stop());

function press(page: Page, what: 'record' | 'again' | 'stop' | 'play' | 'remove', words: string) {
  return button(
    page,
    questions('voices.label', { what: questions(`voices.${what}`), text: words }),
  );
}

/** Reads a prompt aloud for as long as the beep takes to come. */
async function record(page: Page, words: string): Promise<void> {
  await press(page, 'record', words).click();
  const level = page.getByRole('meter', { name: questions('voices.level') });
  await expectRead(() => level.evaluate((meter: HTMLMeterElement) => meter.value > 0), true);
  await press(page, 'stop', words).click();
  await expectShown(press(page, 'play', words));
}

it('records the children’s questions, and a phone gets from the mailbox what the card names', async () => {
  const office = await setupCentre(spegla);
  const { page, context } = office;
  await context.grantPermissions(['microphone']);
  await goTo(page, '#/voices');
  await expectShown(page.getByText(questions('voices.progress', { done: 0, total: 8 })));
  await record(page, want);
  await record(page, feel);
  await expectShown(page.getByText(questions('voices.progress', { done: 2, total: 8 })));

  await press(page, 'play', feel).click();
  const pause = questions('voices.label', { what: questions('voices.pause'), text: feel });
  await expectShown(button(page, pause));
  await button(page, pause).click();
  await press(page, 'remove', feel).click();
  await expectShown(press(page, 'record', feel));
  await button(page, team('parts.undo')).click();
  await expectShown(press(page, 'play', feel));
  const eye = createEye('sv');
  await eye.see(page, 'voices');
  expect(eye.found).toEqual([]);

  await openRound(page, 'children');
  const poster = await phoneLink(page, 'children');
  const link = parseAnswerLink(new URL(poster).hash);
  if (link === undefined) throw new Error('no link');
  const token = await derivedToken(link.secret, purposes.answerToken);
  const client = createAnswerClient(spegla.origin, (input, init) => fetch(input, init));
  const round = await client.roundCard(token, link.round);
  if (!round.ok) throw new Error(round.code);
  const card = parseCard((await openCard(link, round.value.card)) ?? '');
  expect(Object.keys(card?.voices ?? {}).toSorted()).toEqual(['sv/c-feel', 'sv/want']);
  for (const name of Object.values(card?.voices ?? {})) {
    const [id = '', hash] = name.split('.');
    const reply = await client.voice(token, link.round, id);
    if (!reply.ok) throw new Error(reply.code);
    const text = await openVoice(link, card?.space ?? '', reply.value.envelope);
    const voice: { mime: string; data: string } = JSON.parse(text ?? '');
    const bytes = fromBase64url(voice.data);
    expect(voice.mime).toBe('audio/webm');
    expect(bytes.length).toBeGreaterThan(200);
    expect(await shortHashOfBytes(bytes)).toBe(hash);
  }
  expect(spegla.faults()).toEqual([]);
});

it('lets who reads Arabic hear a question that is asked in Swedish alone, as it was recorded', async () => {
  const { page, context } = await setupCentre(spegla, 'Björken');
  await context.grantPermissions(['microphone']);
  await goTo(page, '#/questions');
  await button(page, questions('own.add.text')).click();
  const field = page.getByLabel(questions('own.text.text'), { exact: true });
  await field.fill(asked);
  await field.blur();
  await expectShown(page.getByText(team('parts.saved')).first());
  await goTo(page, '#/voices/parents');
  await record(page, asked);
  await openRound(page, 'parents');

  const phone = await spegla.phone();
  const survey = phone.page;
  await survey.goto(phone.at(await phoneLink(page, 'parents')));
  await survey.locator('[data-language=ar]').click();
  await button(survey, arabic('start.begin')).click();
  const listen = survey.getByRole('button', { name: `${arabic('listen.play')} ${asked}` });
  await expectRead(async () => {
    if (await listen.isVisible()) return true;
    await button(survey, arabic('frame.next'))
      .click({ timeout: 1_000 })
      .catch(() => undefined);
    return listen.isVisible();
  }, true);
  await expectShown(listen.locator('[lang=sv][dir=ltr]'));
  await listen.click();
  await expectShown(survey.getByRole('button', { name: `${arabic('listen.stop')} ${asked}` }));
  const eye = createEye('ar');
  await eye.see(survey, 'listen-swedish');
  expect(eye.found).toEqual([]);
  expect(spegla.faults()).toEqual([]);
});

it('says in plain words that the browser may not use the microphone', async () => {
  const { page } = await setupCentre(spegla, 'Linden');
  await goTo(page, '#/voices/parents');
  const first = parents.text('p-near');
  await press(page, 'record', first).click();
  await expectShown(page.getByText(questions('voices.trouble.refused')));
  await expectGone(page.getByRole('meter'));
  expect(spegla.faults()).toEqual([]);
});
