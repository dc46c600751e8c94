import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectRead, expectShown } from './expect-shown.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { backOnline, goTo, setupCentre } from './team-steps.ts';
import { team } from './texts.ts';

interface SentEnvelopes {
  readonly envelopes: readonly { readonly id: string }[];
}

/** What leaves a device, counted over all its tabs. */
function watchTraffic(device: Device): { sent: string[]; streams: Set<Request> } {
  const sent: string[] = [];
  const streams = new Set<Request>();
  device.context.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path.endsWith('/events')) streams.add(request);
    if (request.method() !== 'POST' || !path.endsWith('/envelopes')) return;
    const body = request.postDataJSON() as SentEnvelopes;
    sent.push(...body.envelopes.map(({ id }) => id));
  });
  device.context.on('requestfinished', (request) => streams.delete(request));
  device.context.on('requestfailed', (request) => streams.delete(request));
  return { sent, streams };
}

describe('four tabs of one profile', () => {
  let spegla: Spegla;
  let device: Device;
  let traffic: ReturnType<typeof watchTraffic>;
  const tabs: Page[] = [];
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla);
    traffic = watchTraffic(device);
    tabs.push(device.page);
    for (let tab = 1; tab < 4; tab += 1) {
      const page = await device.context.newPage();
      await page.goto(`${device.wire.origin}/#/settings`);
      tabs.push(page);
    }
    for (const page of tabs) {
      await goTo(page, '#/settings');
      await expectShown(field(page, 'create.name'));
    }
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  function field(page: Page, label: 'create.name' | 'create.responsibleContact') {
    return page.getByLabel(team(label), { exact: true });
  }

  async function write(page: Page, words: string): Promise<void> {
    await field(page, 'create.responsibleContact').fill(words);
    await field(page, 'create.responsibleContact').blur();
  }

  /** All tabs show the same words, and nothing waits to be sent. */
  async function expectEverywhere(words: string): Promise<void> {
    for (const page of tabs) {
      await expectRead(() => field(page, 'create.responsibleContact').inputValue(), words);
      await expectShown(page.getByText(team('sync.synced')));
    }
  }

  test('are one device to the mailbox: one stream, and every record is sent once', async () => {
    for (const [at, page] of tabs.entries()) {
      await write(page, `Flik ${at}`);
      await expectEverywhere(`Flik ${at}`);
    }
    expect(traffic.sent.length).toBeGreaterThanOrEqual(tabs.length);
    expect(new Set(traffic.sent).size).toBe(traffic.sent.length);
    expect(traffic.streams.size).toBeLessThanOrEqual(1);
  });

  test('written in all at once without a network, everything goes out once when there is one', async () => {
    traffic.sent.length = 0;
    device.wire.cut();
    const [one, two, three, four] = tabs;
    if (one === undefined || two === undefined || three === undefined || four === undefined) {
      throw new Error('there are four tabs');
    }
    const writes = [
      { page: one, label: 'create.name', words: 'Solgården' },
      { page: two, label: 'create.responsibleContact', words: '08-765 43 21' },
      { page: three, label: 'settings.deviceName', words: 'Samordnarens dator' },
    ] as const;
    const service = four.getByLabel(team('services.openPreschool'), { exact: true });
    const before = await service.isChecked();
    await Promise.all([
      ...writes.map(async ({ page, label, words }) => {
        const box = page.getByLabel(team(label), { exact: true });
        await box.fill(words);
        await box.blur();
      }),
      service.setChecked(!before),
    ]);
    for (const page of tabs) {
      for (const { label, words } of writes) {
        const box = page.getByLabel(team(label), { exact: true });
        await expectRead(() => box.inputValue(), words);
      }
    }
    traffic.sent.length = 0;
    await backOnline(device);
    for (const page of tabs) await expectShown(page.getByText(team('sync.synced')));
    expect(traffic.sent.length).toBe(4);
    expect(new Set(traffic.sent).size).toBe(4);
  });

  test('another tab takes the sending over when the one that sent is closed', async () => {
    const [sender, ...others] = tabs;
    const [heir] = others;
    if (sender === undefined || heir === undefined) throw new Error('there are four tabs');
    await sender.close();
    tabs.shift();
    await write(heir, 'Efter den första');
    await expectEverywhere('Efter den första');
  });
});
