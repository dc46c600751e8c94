import { countingPlan, tallyOfCells } from '#projections/counting-plan.ts';
import { foldMore, nothingFolded, type Folding } from '#projections/folding.ts';
import { formYear } from '#projections/form-year.ts';
import { parentGoalTrends } from '#projections/parent-goal-trends.ts';
import { countAll } from '#projections/place-counts.ts';
import { placedRows } from '#projections/round-answers.ts';
import type { MarksAnswer } from '#records/answer.ts';
import type { RoundKey } from '#records/keys.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { CountingData, TakeIn } from './counting.ts';

const round = 'r';
const year = 2026;
/** How many come one by one, for what one costs. */
const singles = 50;

/**
 * The product's own fold, as the session runs it: `taking in` is foldMore over all records and what it takes until the
 * year's items and goals can be shown; the count alone is what runs then, and where a round has to be counted again as a
 * whole; `one more` is foldMore with one answer, and again what it takes until all can be shown anew.
 */
export const spegla: TakeIn = ({ answers }: CountingData) => {
  let folding = foldMore(nothingFolded, recordsOf(answers));
  show(folding);
  const placed = placedRows(answersOf(folding));
  const plan = countingPlan('parents');

  const added: number[] = [];
  const shown: number[] = [];
  const [one] = answers;
  for (let n = 0; n < singles && one !== undefined; n += 1) {
    const record = recordOf(one, `later-${n}`);
    const started = performance.now();
    folding = foldMore(folding, [record]);
    added.push(performance.now() - started);
    show(folding);
    shown.push(performance.now() - started);
  }
  return {
    ms: {
      'spegla, one more': meanOfLater(added),
      'spegla, one more until shown': meanOfLater(shown),
    },
    count: () => {
      const started = performance.now();
      const all = countAll(placed).at(-1) ?? new Uint32Array(plan.cells);
      return { counts: tallyOfCells(plan, all), ms: performance.now() - started };
    },
  };
};

/** The clock of a page ticks too coarsely for one: the mean of those after the first, which pay for compiling. */
function meanOfLater(times: readonly number[]): number {
  const later = times.slice(times.length / 2);
  return later.reduce((sum, ms) => sum + ms, 0) / later.length;
}

function show({ ledger }: Folding): void {
  if (formYear(ledger, 'parents', year)?.answered === undefined) throw new Error('no year');
  if (parentGoalTrends(ledger, year).length === 0) throw new Error('no goals');
}

function answersOf({ ledger }: Folding) {
  const answers = ledger.answers.get(round);
  if (answers === undefined) throw new Error('no answers');
  return answers;
}

function* recordsOf(answers: readonly MarksAnswer[]): Iterable<SpeglaRecord> {
  const secrets = { publicKey: '', privateKey: '', linkSecret: '', kioskSecret: '' };
  const card = { card: '', cardHash: '', sealedCard: '' };
  const made = { v: 1, key: 'k', form: 'parents', formVersion: 1, year, at: '', by: '' } as const;
  const key: RoundKey = { ...made, ...secrets, ...card };
  yield { id: 'key', kind: 'roundKey', round, body: key };
  yield { id: 'closed', kind: 'fact', round, body: { v: 1, what: 'closed', at: '', by: '' } };
  for (const [at, body] of answers.entries()) yield recordOf(body, `id-${at}`);
}

function recordOf(body: MarksAnswer, id: string): SpeglaRecord {
  return { id, kind: 'answer', round, body };
}
