import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { startCutProxy, type CutProxy } from './cut-proxy.ts';
import { patientMs } from './expect-shown.ts';

export type DeviceOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** One person's device: a browser of its own behind a wire of its own. */
export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly wire: CutProxy;
  /** The same link as this device reaches it. */
  at(link: string): string;
  /** Console errors and uncaught exceptions of this device's pages, network failures left out. */
  readonly faults: string[];
}

/** The real server on real files, and browsers that meet it. */
export interface Spegla {
  readonly code: string;
  readonly origin: string;
  device(options?: DeviceOptions): Promise<Device>;
  /** A parent's phone. */
  phone(options?: DeviceOptions): Promise<Device>;
  /** What went wrong on any device so far. */
  faults(): string[];
  stop(): Promise<void>;
}

const phone: DeviceOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** `args`: what the browsers get besides, as sound for their microphones. */
export async function setupSpegla(args: readonly string[] = []): Promise<Spegla> {
  for (const file of ['index.html', 'answer.html', 'sw.js', 'answer-sw.js']) {
    if (!existsSync(`dist/${file}`))
      throw new Error(`dist/${file} is missing: npm run build first`);
  }
  const data = await mkdtemp(join(tmpdir(), 'spegla-browser-'));
  const server = spawn(process.execPath, ['src/server/main.ts'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', SPEGLA_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let origin = '';
  let code = '';
  for await (const line of createInterface({ input: server.stdout })) {
    origin ||= /http:\/\/[\d.]+:\d+/.exec(line)?.[0] ?? '';
    code ||= /\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b/i.exec(line)?.[0] ?? '';
    if (origin !== '' && code !== '') break;
  }
  if (origin === '') throw new Error('the server did not start');
  const browser = await launchChromium(args);
  const wires: CutProxy[] = [];
  const devices: Device[] = [];

  const device: Spegla['device'] = async (options = {}) => {
    const wire = await startCutProxy(Number(new URL(origin).port));
    wires.push(wire);
    const context = await browser.newContext({
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      viewport: { width: 820, height: 1180 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    context.setDefaultTimeout(patientMs);
    const faults: string[] = [];
    context.on('weberror', (error) => faults.push(String(error.error())));
    context.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !text.includes('net::ERR_')) faults.push(text);
    });
    const page = await context.newPage();
    const at = (link: string): string => link.replace(new URL(link).origin, wire.origin);
    const made: Device = { context, page, wire, at, faults };
    devices.push(made);
    return made;
  };

  return {
    code,
    origin,
    device,
    phone: (options = {}) => device({ ...phone, ...options }),
    faults: () => devices.flatMap(({ faults }) => faults),
    stop: async () => {
      await browser.close();
      await Promise.all(wires.map((wire) => wire.close()));
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
