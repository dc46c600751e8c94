import { markdownTable, median, secondsText } from '../shared/statistics.ts';
import type { RoundTimes } from './run-round.ts';

/** The goals, as ratios of peers to ours or ours to the floor (docs/benchmarks.md). */
const goals = [
  { peer: 'pouchdb', says: 'PouchDB ÷ Spegla', atLeast: 10 },
  { peer: 'rxdb', says: 'RxDB ÷ Spegla', atLeast: 1 },
  { peer: 'floor', says: 'floor ÷ Spegla', atLeast: 0.5 },
] as const;

const total = ({ push, pull }: RoundTimes): number => push + pull;

/** A table of seconds per peer, then each goal with the ratio that was found. */
export function reportText(times: Readonly<Record<string, readonly RoundTimes[]>>): string {
  const totals = (peer: string): readonly number[] => (times[peer] ?? []).map(total);
  const ours = median(totals('spegla'));
  const rows = Object.entries(times).map(([peer, all]) => [
    peer,
    secondsText(all.map(({ write }) => write)),
    secondsText(all.map(({ push }) => push)),
    secondsText(all.map(({ pull }) => pull)),
    secondsText(all.map(total)),
    `${(median(all.map(total)) / ours).toFixed(2)}×`,
  ]);
  const head = ['peer', 'write locally, s', 'push, s', 'pull, s', 'push + pull, s', '÷ Spegla'];
  const lines = goals.flatMap(({ peer, says, atLeast }) => {
    // Round by round, since what disturbs the machine disturbs neighbours alike.
    const ratios = totals(peer).map((ms, at) => ms / (totals('spegla')[at] ?? Number.NaN));
    if (ratios.length === 0 || Number.isNaN(ours)) return [];
    const found = median(ratios);
    return [
      `${says}: ${found.toFixed(2)} (goal ≥ ${atLeast}: ${found >= atLeast ? 'met' : 'not met'})`,
    ];
  });
  return [markdownTable(head, rows), '', ...lines].join('\n');
}
