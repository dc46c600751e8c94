/**
 * `npm run bench:answer [-- --rounds=5 --peers=plain,surveyjs,formbricks,spegla --slowdown=4 --dist=dist]`: the weight and
 * speed of the answering page on slow networks, against peers that ask the same fifteen questions, in turns, in the
 * same run. docs/benchmarks.md says what is measured and how to read it.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from '../shared/options.ts';
import { installPeers } from '../sync/install-peers.ts';
import { startPeerServer } from '../sync/peer-server.ts';
import { buildPeers } from './build-peers.ts';
import { bundleRoundPage, makeRound } from './make-round.ts';
import { networks, openPhone, openTab } from './phone.ts';
import { benchForm } from './questions.ts';
import { reportText, type SubjectResult } from './report.ts';
import { foreignPeers, subjectNames, subjectOf, type Subject } from './subjects.ts';
import { visit } from './visit.ts';
import { startWire } from './wire.ts';

const options = readOptions({
  rounds: '5',
  peers: subjectNames.join(),
  slowdown: '4',
  dist: 'dist',
});
const rounds = Number(options.rounds);
const slowdown = Number(options.slowdown);
const names = options.peers.split(',');
const foreign = foreignPeers.filter((name) => names.includes(name));
if (foreign.length > 0) installPeers();

// The whole run is bounded, whatever hangs.
const limitSeconds = 180 + (rounds + 1) * names.length * networks.length * 60;
const limit = setTimeout(() => {
  console.error('bench:answer took too long');
  process.exit(1);
}, limitSeconds * 1_000);

/** Bytes down the wire of a whole visit, from a phone that was never here until its answers are handed in. */
async function bytesUntilHandIn({ address, handIn, wire }: Subject): Promise<number> {
  const phone = await openPhone();
  try {
    const { page } = await openTab(phone, 1);
    const before = wire.down();
    await page.goto(address);
    await handIn(page);
    return wire.down() - before;
  } finally {
    await phone.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'spegla-bench-'));
const form = benchForm();
await buildPeers(form, join(folder, 'peers/pages'), foreign);
await cp(options.dist, join(folder, 'spegla/pages'), { recursive: true });
await bundleRoundPage(join(folder, 'spegla/pages'));
const peerServer = await startPeerServer(
  'peers',
  join(folder, 'peers'),
  join(import.meta.dirname, 'serve.ts'),
);
const server = await startPeerServer('spegla', join(folder, 'spegla'));
const wires = {
  peers: await startWire(peerServer.origin),
  spegla: await startWire(server.origin),
};
const results: Record<string, SubjectResult> = {};
const loads: number[] = [];
try {
  const link = names.includes('spegla') ? await makeRound(server.origin) : '';
  const subjects = names.map((name) => subjectOf(name, form, wires, link));
  // Also the round that does not count: servers and disks are warm after it.
  for (const subject of subjects) {
    const untilHandIn = await bytesUntilHandIn(subject);
    results[subject.name] = { visits: {}, untilHandIn };
    console.log(`${subject.name}: ${untilHandIn} bytes until handed in`);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const network of networks) {
      for (const subject of subjects) {
        const found = await visit(subject, network, slowdown);
        ((results[subject.name]?.visits ?? {})[network.name] ??= []).push(found);
        const { paint, tap, question, offline } = found;
        const times = [paint, tap, question, offline?.tap ?? 0, offline?.question ?? 0];
        console.log(round, network.name, subject.name, times.map(Math.round).join(' / '));
      }
    }
    loads.push(loadavg()[0] ?? 0);
  }
} finally {
  await Promise.all([wires.peers.close(), wires.spegla.close()]);
  await Promise.all([peerServer.stop(), server.stop()]);
  await rm(folder, { recursive: true, force: true });
  clearTimeout(limit);
}

const networkNames = networks.map(({ name }) => name);
console.log(`\n${reportText(results, networkNames)}\n`);
console.log(
  `load of the machine after each round: ${loads.map((load) => load.toFixed(1)).join(', ')}`,
);
const file = join(tmpdir(), 'spegla-bench-answer.json');
const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
await writeFile(file, JSON.stringify({ machine, rounds, slowdown, loads, results }, null, 1));
console.log(file);
