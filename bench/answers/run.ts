/*
 * `npm run bench:answers [rounds]`: how many single durable answers a second, at 50 connections, against the same
 * route that stores nothing and against a commit for each. Servers take turns, so that what the machine does
 * besides falls on all of them; the table shows medians.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { paths } from '#protocol/routes.ts';
import type { LoadOrder, LoadReport, ServerReady, ServerStopped, Variant } from './orders.ts';
import { slowFlushMs } from './orders.ts';

const rounds = Number(process.argv[2] ?? 5);
const connections = 50;
const variants: readonly Variant[] = ['nothing', 'grouped', 'each', 'groupedSlow', 'eachSlow'];
const names: Record<Variant, string> = {
  nothing: 'the same route, nothing stored',
  grouped: 'group commit (the mailbox)',
  each: 'a commit for each answer',
  groupedSlow: `group commit, +${slowFlushMs} ms a flush`,
  eachSlow: `a commit for each, +${slowFlushMs} ms a flush`,
};

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Starts a script of ours and gives its lines, read as JSON by whoever knows their type. */
function start(name: string, ...options: string[]) {
  const child = spawn(process.execPath, [fileOf(name), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const lines = createInterface(child.stdout);
  const next = async <T>() => {
    const [line] = await once(lines, 'line');
    return JSON.parse(String(line)) as T; // Both ends are ours: orders.ts.
  };
  return { child, closed, next };
}

type Measured = LoadReport & { readonly cpuMicroseconds: number };

async function measure(variant: Variant): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'spegla-bench-'));
  const server = start('serve.ts', variant, folder);
  try {
    const { port, round, token } = await server.next<ServerReady>();
    const order: LoadOrder = {
      port,
      path: paths.answers(round),
      token,
      round,
      connections,
      warmUpMs: 2_000,
      measuredMs: 5_000,
    };
    const load = start('load.ts', JSON.stringify(order));
    const report = await load.next<LoadReport>();
    await load.closed;
    if (report.failures > 0) throw new Error(`${variant}: ${report.firstFailure}`);
    const stopped = server.next<ServerStopped>();
    server.child.kill('SIGTERM');
    const { cpuMs } = await stopped;
    return { ...report, cpuMicroseconds: (cpuMs * 1_000) / report.replies };
  } finally {
    server.child.kill('SIGTERM');
    await server.closed;
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const reports = new Map<Variant, Measured[]>(variants.map((variant) => [variant, []]));
for (let round = 0; round < rounds; round++) {
  for (const variant of variants) {
    const report = await measure(variant);
    reports.get(variant)?.push(report);
    console.error(`${round + 1}/${rounds} ${variant}: ${Math.round(report.perSecond)} a second`);
  }
}

const of = (variant: Variant, value: (report: Measured) => number) =>
  median((reports.get(variant) ?? []).map(value));
const perSecond = ({ perSecond }: LoadReport) => perSecond;
console.table(
  variants.map((variant) => ({
    '': names[variant],
    'a second': Math.round(of(variant, perSecond)),
    'p50 ms': of(variant, ({ p50Ms }) => p50Ms).toFixed(2),
    'p99 ms': of(variant, ({ p99Ms }) => p99Ms).toFixed(2),
    'server CPU µs each': Math.round(of(variant, ({ cpuMicroseconds }) => cpuMicroseconds)),
    'of nothing stored': (of(variant, perSecond) / of('nothing', perSecond)).toFixed(2),
  })),
);
