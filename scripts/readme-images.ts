/**
 * Makes the README's two pictures from the app itself: `npm run build`, then `node scripts/readme-images.ts`. One is
 * the example centre's results, the other the parents' survey on a phone.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { begin, inSwedish, option } from '../tests/browser/answer-steps.ts';
import { thisYear } from '../tests/browser/days.ts';
import { expectShown } from '../tests/browser/expect-shown.ts';
import { openRound, phoneLink } from '../tests/browser/round-steps.ts';
import { setupSpegla } from '../tests/browser/setup-spegla.ts';
import { goTo, openExample, sectionOf, setupCentre } from '../tests/browser/team-steps.ts';
import { parents, results } from '../tests/browser/texts.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'images');
await mkdir(folder, { recursive: true });
const spegla = await setupSpegla();

const example = await openExample(await spegla.device({ viewport: { width: 1440, height: 900 } }));
await goTo(example, `#/${thisYear}/results`);
const part = sectionOf(example, results('reflection.title'));
const chart = part.locator('figure').first();
await expectShown(chart);
await example.evaluate(() => document.fonts.ready);
const [top, bottom] = [await part.boundingBox(), await chart.boundingBox()];
if (top === null || bottom === null) throw new Error('the results show no chart');
const margin = 32;
await example.screenshot({
  path: join(folder, 'results.png'),
  fullPage: true,
  clip: {
    x: top.x - margin,
    y: top.y - margin,
    width: top.width + 2 * margin,
    height: bottom.y + bottom.height - top.y + margin + 12,
  },
});

const { page: coordinator } = await setupCentre(spegla, 'Familjecentralen Solrosen');
await openRound(coordinator, 'parents');
const { page, at } = await spegla.phone();
await page.goto(at(await phoneLink(coordinator, 'parents')));
await inSwedish(page);
await begin(page);
await option(page, parents.text('p-near'), parents.point('agree4', 3)).check();
await page.screenshot({ path: join(folder, 'parent.png') });
await spegla.stop();
