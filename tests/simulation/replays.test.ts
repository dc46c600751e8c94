import { expect, it } from 'vitest';
import { simulate } from './simulate-apart.ts';

/** Seeds that once broke a promise, by what was wrong. A seed that fails goes in here. */
const replays: readonly { readonly name: string; readonly seed: number }[] = [
  { name: 'a kiosk whose disk refuses its lane delivers once somebody looks', seed: 11 },
  { name: 'a disk that refuses while a mailbox is named leaves the device carrying', seed: 13 },
  { name: 'a page that is opened anew carries a purge out that its disk had refused', seed: 37 },
  { name: 'a device whose clock is years off still lets others in', seed: 103 },
  { name: 'a courier that is stopped while it pulls leaves the lock to the next', seed: 2001 },
  { name: 'what a kiosk page had laid aside goes under the device’s own token', seed: 5033 },
];

it.each(replays)('$name', async ({ seed }) => {
  const [world] = await simulate(['--json', `--seed=${seed}`]);
  expect(world?.broken).toBeNull();
});
