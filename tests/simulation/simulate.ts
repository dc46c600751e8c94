/**
 * Lives through simulated worlds: `npm run simulate -- --seeds N [--from S]` runs seeds S … S+N−1 and says what was done to
 * them; `--seed S --trace` replays one, line by line; `--small` keeps to small worlds, in which rare things happen more
 * often; `--unannounced` puts backups back by copying files alone; `--unattended`: no page is opened anew in the end; `--mutant NAME` plants a fault.
 * Ends with code 1 at the first broken promise, unless told to `--keep-going`.
 */
import './engine/globals.ts';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Outcome } from './run-seed.ts';
import type { FaultCounts } from './world/weather.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    unannounced: { type: 'boolean', default: false },
    unattended: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    twice: { type: 'boolean', default: false },
    mutant: { type: 'string' },
    'keep-going': { type: 'boolean', default: false },
  },
});
if (values.mutant !== undefined) (await import('./plant-mutant.ts')).plantMutant(values.mutant);
// Loaded only now: what is planted must be there before anything under test is.
const { runSeed } = await import('./run-seed.ts');

const first = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.seeds) : 1;
/** A world leaves a little behind in the libraries it ran on: thousands need fresh processes now and then. */
const seedsPerProcess = 200;
if (count > seedsPerProcess) {
  for (let from = first; from < first + count; from += seedsPerProcess) {
    const seeds = Math.min(seedsPerProcess, first + count - from);
    const part = [...process.argv.slice(1), `--from=${from}`, `--seeds=${seeds}`];
    const { status } = spawnSync(process.execPath, part, { stdio: 'inherit' });
    if (status === 0) continue;
    process.exitCode = 1;
    if (!values['keep-going']) break;
  }
  process.exit();
}
const print = values.trace ? (line: string): void => console.log(line) : undefined;
const options = {
  isSmall: values.small,
  isUnannounced: values.unannounced,
  isUnattended: values.unattended,
};
const faults: FaultCounts = {};
let [devices, steps, lived, failed] = [0, 0, 0, 0];
const startedMs = performance.now();

function report({ seed, broken, lastLines }: Outcome): void {
  if (broken === null) return;
  const flags = [
    ...(values.small ? [' --small'] : []),
    ...(values.unannounced ? [' --unannounced'] : []),
    ...(values.unattended ? [' --unattended'] : []),
    ...(values.mutant === undefined ? [] : [` --mutant "${values.mutant}"`]),
  ].join('');
  if (!values.trace) console.error(lastLines.slice(-25).join('\n'));
  console.error(`\nseed ${seed} breaks a promise: ${broken.what}
replay it: npm run simulate -- --seed ${seed} --trace${flags}`);
}

const seeds = Array.from({ length: count }, (_, at) => first + at);
for (const seed of values.twice ? seeds.flatMap((one) => [one, one]) : seeds) {
  const outcome = await runSeed(seed, options, print);
  lived += 1;
  devices += outcome.devices;
  steps += outcome.steps;
  for (const [name, times] of Object.entries(outcome.faults)) {
    faults[name] = (faults[name] ?? 0) + times;
  }
  if (values.json) {
    const { hash, broken } = outcome;
    console.log(JSON.stringify({ seed, hash, devices: outcome.devices, broken }));
  } else {
    report(outcome);
  }
  if (outcome.broken === null) continue;
  failed += 1;
  process.exitCode = 1;
  if (!values['keep-going']) break;
}

function byName([a]: [string, number], [b]: [string, number]): number {
  return a < b ? -1 : 1;
}

if (!values.json) {
  const seconds = (performance.now() - startedMs) / 1_000;
  console.log(
    `${lived} seeds from ${first}: ${failed} broken, ${devices} devices, ${steps} steps, ${seconds.toFixed(1)} s`,
  );
  for (const [name, times] of Object.entries(faults).toSorted(byName))
    console.log(`  ${times} × ${name}`);
}
