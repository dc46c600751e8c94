import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { begin, expectKept, inSwedish, option, title } from './answer-steps.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { seeded, tapAtRandom } from './kiosk-crawler.ts';
import { setupOffice } from './kiosk-office.ts';
import { surveyTitle } from './round-steps.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { giveTablet, openGate, practise, startChild, tapFace, tapOn } from './tablet-steps.ts';
import { button } from './team-steps.ts';
import { answer, children, parents, tablet, welcome } from './texts.ts';

const childrenInARow = 200;
const seed = 20_261_122;

describe('the centre’s tablet as a kiosk', () => {
  let spegla: Spegla;
  beforeAll(async () => {
    spegla = await setupSpegla();
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  const waiting = (count: number): string =>
    tablet(count === 1 ? 'tablet.waiting_one' : 'tablet.waiting_other', { count });

  /** How many answers wait, as the kiosk tells the adult. */
  const countOf = (words: string | null): number =>
    words === tablet('tablet.allSent') ? 0 : Number.parseInt(words ?? '', 10);
  /** The same, read now. Only on the adult's screens. */
  const waitingCount = async (page: Page): Promise<number> =>
    countOf(await page.locator('.kiosk-status p').first().textContent());

  test('plays what staff have recorded, without a network, and one thing at a time', async () => {
    const office = await setupOffice(spegla);
    const { page, wire, at } = await spegla.device({ hasTouch: true });
    await page.goto(`${wire.origin}/icon.svg`);
    const bytes = await recordTone(page);
    for (const prompt of ['want', 'c-feel']) {
      const kept = await office.centre.voices.keep('sv', prompt, 'Orden', {
        mime: 'audio/webm',
        bytes,
      });
      expect(kept).toBeNull();
    }
    const fetched = new Set<string>();
    page.on('response', (reply) => {
      if (reply.url().includes('/voices/') && reply.ok()) fetched.add(reply.url());
    });
    await page.goto(at(await office.opensKiosk('children')));
    await inSwedish(page);
    await expectShown(title(page, tablet('child.adultTitle')));
    await expectRead(() => Promise.resolve(fetched.size), 2);
    await expectKept(page);
    wire.cut();
    await page.reload();
    await inSwedish(page);

    const sound = page.locator('[data-sound]');
    const state = (): Promise<string | null> => sound.getAttribute('data-sound');
    await startChild(page);
    // Nothing was recorded for the practice, and this browser has no voice of its own.
    expect(await sound.count()).toBe(0);
    await practise(page);
    await expectRead(state, 'heard'); // By itself: the adult's tap has asked for it.
    // While it is heard, the button still says which question it reads.
    const stop = button(page, `${answer('listen.stop')}: ${children.text('c-feel')}`);
    await expectShown(stop);
    await stop.click();
    await expectRead(state, 'silent');
    const listen = page.getByRole('button', {
      name: answer('listen.playQuestion', { question: children.text('c-feel') }),
    });
    await listen.click();
    await expectRead(state, 'heard');
    await expectRead(state, 'silent'); // It has come to its end.
    await listen.click();
    await expectRead(state, 'heard');
    await tapFace(page, children.point('feeling3', 3));
    await expectRead(state, 'silent');
    await tapOn(page, tablet('child.next'), children.text('c-decide'));
    expect(await sound.count()).toBe(0);
  });

  test('with the taps’ sound switched off the voice is still heard by itself', async () => {
    const office = await setupOffice(spegla);
    const { page, wire, at } = await spegla.device({ hasTouch: true });
    await page.goto(`${wire.origin}/icon.svg`);
    const bytes = await recordTone(page);
    await office.centre.voices.keep('sv', 'want', 'Orden', { mime: 'audio/webm', bytes });
    await page.goto(at(await office.opensKiosk('children')));
    await inSwedish(page);
    await page.getByRole('switch', { name: tablet('tablet.sound') }).uncheck();
    await giveTablet(page);
    await expectRead(() => page.locator('[data-sound]').getAttribute('data-sound'), 'heard');
  });

  test('after a power cut without a network it is back at its beginning, with nothing of the last parent', async () => {
    const office = await setupOffice(spegla);
    const { page, wire, at, context } = await spegla.device({ hasTouch: true });
    const link = at(await office.opensKiosk('parents'));
    await page.goto(link);
    await inSwedish(page);
    await begin(page);
    await option(page, parents.text('p-near'), parents.point('agree4', 4)).check();
    await expectKept(page);
    wire.cut();
    for (const back of [
      () => page.reload(),
      () => page.goBack(),
      () => page.goForward(),
      () => page.goto('about:blank').then(() => page.goBack()),
    ]) {
      await back();
      if (await page.getByRole('button', { name: welcome('start') }).isVisible()) {
        await inSwedish(page);
      }
      await expectShown(title(page, surveyTitle(parents.title)));
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    }
    await begin(page);
    await option(page, parents.text('p-near'), parents.point('agree4', 4)).check();
    await page.close();
    const again = await context.newPage();
    await again.goto(link);
    await inSwedish(again);
    await begin(again);
    expect(await again.getByRole('radio', { checked: true }).count()).toBe(0);
    await expectShown(button(again, tablet('tablet.leave')));
    await openGate(again);
    await expectShown(again.getByRole('dialog').getByText(tablet('tablet.allSent')));
  });

  test('200 children in a row tap whatever they see, offline: none leaves, and every answer arrives once', async () => {
    const office = await setupOffice(spegla);
    const { page, wire, at } = await spegla.device({ hasTouch: true });
    await page.clock.install();
    await page.goto(at(await office.opensKiosk('children')));
    await inSwedish(page);
    await expectShown(title(page, tablet('child.adultTitle')));
    await expectShown(page.locator('.kiosk-status'));
    await expectKept(page);
    wire.cut();

    const fingers = await page.context().newCDPSession(page);
    const random = seeded(seed);
    const url = page.url();
    for (let taps = 0; taps < 40_000; taps += 1) {
      const seen = await tapAtRandom(page, fingers, random);
      expect(seen).toMatchObject({ url, dialogs: 0, isKiosk: true });
      if (seen.status !== null && countOf(seen.status) >= childrenInARow) break;
    }
    // Whoever stands there now is left alone; then the adult comes.
    await page.clock.runFor(180_000);
    await page.clock.runFor(30_000);
    await expectShown(title(page, tablet('child.adultTitle')));
    const count = await waitingCount(page);
    expect(count).toBeGreaterThanOrEqual(childrenInARow);
    await expectShown(page.getByText(waiting(count)));

    wire.mend();
    await expectRead(async () => {
      await page.clock.runFor(60_000); // The next try.
      return waitingCount(page);
    }, 0);
    await office.counts('children', count);
    await expectGone(page.getByRole('dialog'));
    expect(office.answered('children')).toBe(count);
  }, 900_000);
});

/** A real recording of two seconds, as this browser's own recorder makes it. */
async function recordTone(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  await page.mouse.click(5, 5); // Sound wants a gesture.
  const base64 = await page.evaluate(async () => {
    const device = new AudioContext();
    const tone = device.createOscillator();
    const out = device.createMediaStreamDestination();
    tone.connect(out);
    tone.start();
    const recorder = new MediaRecorder(out.stream, {
      mimeType: 'audio/webm;codecs=opus',
      audioBitsPerSecond: 32_000,
    });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    recorder.stop();
    await stopped;
    await device.close();
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  });
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}
