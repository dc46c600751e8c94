import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectShown } from './expect-shown.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button } from './team-steps.ts';
import { team } from './texts.ts';

let spegla: Spegla;
beforeAll(async () => {
  spegla = await setupSpegla();
});
afterAll(() => spegla.stop());

test('sealed answers are opened in a worker of our own, which the page’s policy lets through', async () => {
  const { page, wire, faults } = await spegla.device();
  await page.goto(`${wire.origin}/`);
  const started = page.waitForEvent('worker');
  await button(page, team('start.demo')).click();
  expect(new URL((await started).url()).pathname).toMatch(/^\/assets\/open-answers-[\w-]+\.js$/);
  await expectShown(page.getByText(team('demo.ribbon')));
  expect(faults).toEqual([]);
});
