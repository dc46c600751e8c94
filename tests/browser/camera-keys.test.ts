import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { encode } from 'uqr';
import { launchChromium } from './chromium.ts';
import { expectShown } from './expect-shown.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, makeTeamLink, setupCentre } from './team-steps.ts';
import { team } from './texts.ts';

const width = 640;
const height = 480;

/** What a camera sees that looks at a QR code: one grey frame in YUV4MPEG2, which Chromium shows again and again. */
function pictureOf(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const scale = Math.floor(height / size);
  const luma = Buffer.alloc(width * height, 200);
  for (let y = 0; y < size * scale; y += 1) {
    for (let x = 0; x < size * scale; x += 1) {
      const isDark = data[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      luma[y * width + x + 60] = isDark ? 30 : 220;
    }
  }
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const frame = [Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)];
  return Buffer.concat([head, ...frame, ...frame, ...frame]);
}

describe('a device that is connected by its camera', () => {
  let spegla: Spegla;
  let office: Device;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spegla-camera-'));
    spegla = await setupSpegla();
    office = await setupCentre(spegla, 'Solrosen');
  });
  afterAll(async () => {
    await spegla.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('reads the team link on another screen, also where the browser has no reader of its own', async () => {
    const picture = join(folder, 'link.y4m');
    await writeFile(picture, pictureOf(await makeTeamLink(office.page)));
    const browser = await launchChromium([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${picture}`,
    ]);
    try {
      const context = await browser.newContext({ locale: 'sv-SE' });
      const page = await context.newPage();
      await page.goto(`${spegla.origin}/#/join`);
      await button(page, team('join.scan')).click();
      await expectShown(page.getByText(team('join.scanned')));
      await page.getByLabel(team('create.device'), { exact: true }).fill('Kollegans platta');
      await button(page, team('join.submit')).click();
      await expectShown(page.getByText(team('sync.synced')));
    } finally {
      await browser.close();
    }
    await expectShown(office.page.getByText('Kollegans platta'));
  });

  test('says that the camera did not open, and takes the link as text', async () => {
    const { page, wire } = await spegla.device();
    await page.goto(`${wire.origin}/`);
    await goTo(page, '#/join');
    await button(page, team('join.scan')).click();
    await expectShown(page.getByText(team('join.scanDenied')));
    await button(page, team('join.scanStop')).click();
    await expectShown(page.getByLabel(team('join.link')));
  });
});
