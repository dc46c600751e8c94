import { join } from 'node:path';
import { bundlePage } from '../shared/bundle-page.ts';
import { openProfile } from '../shared/profiles.ts';

/** Bundles the page that opens a round, beside the product's own pages. */
export function bundleRoundPage(pages: string): Promise<void> {
  return bundlePage(join(import.meta.dirname, 'pages/open-round.ts'), pages, 'bench');
}

/** A team's device opens a round for parents at the running server; its answer link. */
export async function makeRound(origin: string): Promise<string> {
  const { context, close } = await openProfile();
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(String(error)));
    await page.goto(`${origin}/bench.html`);
    await page.waitForFunction(() => globalThis.openParentsRound !== undefined);
    const link = await page.evaluate(() => globalThis.openParentsRound?.());
    if (link === undefined) throw new Error('no round was opened');
    return link;
  } finally {
    await close();
  }
}
