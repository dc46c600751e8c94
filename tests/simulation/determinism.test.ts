import { expect, it } from 'vitest';
import { simulate } from './simulate-apart.ts';

const worlds = ['--json', '--from', '901', '--seeds', '3'];

it('gives the same trace for a seed that is run twice, in one process and in a fresh one', async () => {
  const hashes = (await simulate([...worlds, '--twice'])).map(({ hash }) => hash);
  expect(hashes).toHaveLength(6);
  expect(new Set(hashes).size).toBe(3);
  const fresh = (await simulate(worlds)).map(({ hash }) => hash);
  expect(fresh).toEqual([hashes[0], hashes[2], hashes[4]]);
});

it('gives another trace for another seed', async () => {
  const [first, second] = await simulate(['--json', '--small', '--from', '1', '--seeds', '2']);
  expect(first?.hash).not.toBe(second?.hash);
});
