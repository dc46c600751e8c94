import { expect, it } from 'vitest';
import { simulate } from './simulate-apart.ts';

const seeds = Number(process.env['SPEGLA_SEEDS'] ?? 50);
const atOnce = 10;
const batches = Array.from({ length: Math.ceil(seeds / atOnce) }, (_, at) => {
  const from = at * atOnce + 1;
  return { from, to: Math.min(seeds, from + atOnce - 1) };
});

it.each(batches)('keeps every promise in seeds $from to $to', async ({ from, to }) => {
  const count = to - from + 1;
  const options = ['--json', '--keep-going', `--from=${from}`, `--seeds=${count}`];
  const worlds = await simulate(options);
  const broken = worlds.flatMap(({ seed, broken }) =>
    broken === null
      ? []
      : [`${broken.what} — replay it: npm run simulate -- --seed ${seed} --trace`],
  );
  expect(broken).toEqual([]);
  expect(worlds).toHaveLength(count);
});
