import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

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
async function executable(): Promise<string> {
  const named = process.env['SPEGLA_CHROMIUM'];
  const system = [named ?? '', ...systemPaths].find((path) => path !== '' && existsSync(path));
  if (system !== undefined && named !== 'package') return system;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** `args`: what this browser gets besides, as a picture for its camera. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: [...quietArgs, ...args] });
}

/** A browser whose profile lies in a folder, as on a device: what is there outlives it. */
export interface ProfileBrowser {
  readonly context: BrowserContext;
  /** As when the battery dies: every process of it is gone at once, nothing is told. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function launchProfile(
  folder: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<ProfileBrowser> {
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    executablePath: await executable(),
    args: quietArgs,
  });
  return {
    context,
    kill: async () => {
      const gone = new Promise((resolve) => context.once('close', resolve));
      for (const pid of processesOf(folder)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Its parent took it along.
        }
      }
      await gone;
    },
    close: () => context.close(),
  };
}

/** The browser's processes: all of them name the profile's folder, or are the zygotes' children and go with them. */
function processesOf(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return line.includes(`--user-data-dir=${folder}`) ? [Number(name)] : [];
      } catch {
        return []; // Gone meanwhile.
      }
    });
}
