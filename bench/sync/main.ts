/**
 * `npm run bench:sync [-- --rounds=5 --count=10000 --peers=spegla,floor,rxdb,pouchdb]`: envelopes of 1 KiB from one
 * device into another one's store, ours and our peers' in turn, in the same run. docs/benchmarks.md says what is
 * measured and how to read it.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePage } from '../shared/bundle-page.ts';
import { openProfile } from '../shared/profiles.ts';
import { readOptions } from '../shared/options.ts';
import { installPeers } from './install-peers.ts';
import { startPeerServer, type PeerServer } from './peer-server.ts';
import { peerTable } from './peer-table.ts';
import { runRound, type RoundTimes } from './run-round.ts';
import { reportText } from './report.ts';

const options = readOptions({ rounds: '5', count: '10000', peers: Object.keys(peerTable).join() });
const rounds = Number(options.rounds);
const count = Number(options.count);
const peers = options.peers.split(',').map((name) => {
  const peer = peerTable[name];
  if (peer === undefined) throw new Error(`there is no peer ${name}`);
  return { name, ...peer };
});

if (peers.some(({ isForeign }) => isForeign)) installPeers();
const folder = await mkdtemp(join(tmpdir(), 'spegla-bench-'));
const times: Record<string, RoundTimes[]> = {};
const loads: number[] = [];
const servers = new Map<string, PeerServer>();
// The whole run is bounded, whatever hangs.
const limit = setTimeout(
  () => {
    console.error('bench:sync took too long');
    process.exit(1);
  },
  (120 + (rounds + 1) * peers.length * 120) * 1_000,
);

for (const { name, source, server } of peers) {
  const root = join(folder, name);
  await mkdir(root, { recursive: true });
  await bundlePage(join(import.meta.dirname, source), join(root, 'pages'), 'bench');
  servers.set(name, await startPeerServer(server, root));
}
const devices = [await openProfile(), await openProfile()] as const;
try {
  // One round that does not count: the first of anything pays for what is only done once.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, page } of peers) {
      const url = `${servers.get(name)?.origin}${page}`;
      const result = await runRound(url, [devices[0].context, devices[1].context], count);
      if (round > 0) (times[name] ??= []).push(result);
      const text = [result.write, result.push, result.pull].map(Math.round).join(' / ');
      console.log(`${round === 0 ? 'warm-up' : `round ${round}`} ${name}: ${text} ms`);
    }
    loads.push(loadavg()[0] ?? 0);
  }
} finally {
  await Promise.all(devices.map((device) => device.close()));
  await Promise.all([...servers.values()].map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
  clearTimeout(limit);
}

console.log(`\n${reportText(times)}\n`);
console.log(
  `load of the machine after each round: ${loads.map((load) => load.toFixed(1)).join(', ')}`,
);
const file = join(tmpdir(), 'spegla-bench-sync.json');
const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
await writeFile(file, JSON.stringify({ machine, rounds, count, loads, times }, null, 1));
console.log(file);
