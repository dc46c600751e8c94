import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quietArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** The machine's Chromium, or the one inside an npm package where there is none. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env['SPEGLA_CHROMIUM'];
  const system = [named ?? '', ...systemPaths].find((path) => path !== '' && existsSync(path));
  if (system !== undefined && named !== 'package') {
    return chromium.launch({ executablePath: system, args: quietArgs });
  }
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: quietArgs });
}
