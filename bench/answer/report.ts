import { markdownTable, median, rangeText } from '../shared/statistics.ts';
import type { FirstVisit } from './visit.ts';

/** All that a run found of one subject. */
export interface SubjectResult {
  /** By the network's name. */
  readonly visits: Record<string, FirstVisit[]>;
  /** Bytes down the wire until handed in; what the worker fetched beside counts. */
  readonly untilHandIn: number;
}
type Results = Readonly<Record<string, SubjectResult>>;

const timesText = (found: number): string => (Number.isNaN(found) ? '–' : `${found.toFixed(2)}×`);
const kib = (bytes: number): string => (bytes / 1_024).toFixed(1);

/** Round by round, since what disturbs the machine disturbs neighbours alike. */
function ratio(
  results: Results,
  network: string,
  of: (visit: FirstVisit) => number,
  name: string,
): number {
  const plain = results['plain']?.visits[network] ?? [];
  const visits = results[name]?.visits[network] ?? [];
  return median(
    visits.map((found, at) => of(found) / (plain[at] === undefined ? Number.NaN : of(plain[at]))),
  );
}

function networkTable(results: Results, network: string): string {
  const rows = Object.entries(results).map(([name, { visits, untilHandIn }]) => {
    const all = visits[network] ?? [];
    const times = (of: (visit: FirstVisit) => number): string =>
      `${rangeText(all.map(of))}, ${timesText(ratio(results, network, of, name))}`;
    const bytes = (of: (visit: FirstVisit) => number): string => kib(median(all.map(of)));
    return [
      name,
      rangeText(all.map(({ paint }) => paint)),
      times(({ tap }) => tap),
      times(({ question }) => question),
      bytes(({ firstResponse }) => firstResponse),
      bytes(({ bytesAtTap }) => bytesAtTap),
      bytes(({ bytesAtQuestion }) => bytesAtQuestion),
      kib(untilHandIn),
      String(all.reduce((sum, { thirdParties }) => sum + thirdParties.length, 0)),
    ];
  });
  const head = [
    network,
    'first paint, ms',
    'first tap, ms, ÷ plain',
    'first question, ms, ÷ plain',
    'document, KiB',
    'until the tap',
    'until the question',
    'until handed in',
    'third parties',
  ];
  return markdownTable(head, rows);
}

function goals(results: Results, network: string): readonly (readonly string[])[] {
  const ours = results['spegla'];
  if (ours === undefined) return [];
  const all = ours.visits[network] ?? [];
  const goal = (says: string, found: number, atMost: number, text: string): string[] => [
    `${says} ≤ ${atMost}`,
    network,
    text,
    Number.isNaN(found) ? '–' : found <= atMost ? 'met' : 'not met',
  ];
  const response = median(all.map(({ firstResponse }) => firstResponse)) / 1_024;
  const tap = ratio(results, network, (visit) => visit.tap, 'spegla');
  const question = ratio(results, network, (visit) => visit.question, 'spegla');
  const offline = all.flatMap((visit) => visit.offline ?? []);
  const again = (of: 'tap' | 'question'): number[] => offline.map((times) => times[of]);
  const strangers = all.reduce((sum, { thirdParties }) => sum + thirdParties.length, 0);
  return [
    goal('first response, KiB', response, 14, response.toFixed(1)),
    goal('first tap ÷ plain HTML', tap, 1.15, timesText(tap)),
    goal('first question ÷ plain HTML', question, 2, timesText(question)),
    goal('until handed in, KiB', ours.untilHandIn / 1_024, 60, kib(ours.untilHandIn)),
    goal('offline again: tap, ms', median(again('tap')), 300, rangeText(again('tap'))),
    ['(offline again: question, ms)', network, rangeText(again('question')), ''],
    goal('third-party requests', strangers, 0, String(strangers)),
  ];
}

/** A table for each network, then each goal with what was found. */
export function reportText(results: Results, networks: readonly string[]): string {
  const tables = networks.map((network) => networkTable(results, network));
  const found = networks.flatMap((network) => goals(results, network));
  return [...tables, markdownTable(['goal', 'network', 'found (median)', ''], found)].join('\n\n');
}
