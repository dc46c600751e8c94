import { minRevealRespondents } from '#projections/suppression.ts';
import type { Ledger } from '#projections/ledger.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Fact } from '#records/fact.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { newRecord, type CommandDeps, type Result } from './command-deps.ts';
import { setField } from './set-field.ts';

/** Takes a one-way step of a round; nothing where it has been taken. */
function takeStep(
  ledger: Ledger,
  round: string,
  what: Fact['what'],
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  if (ledger.facts.get(round)?.has(what) === true) return [];
  return [newRecord(deps, 'fact', round, { v: 1, what, at: deps.now(), by: deps.device })];
}

/** Closes a round: from now on its results are shown. Also notes about how many families came, where known. */
export function closeRound(
  ledger: Ledger,
  round: string,
  families: number | null,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const noted =
    families === null ? [] : setField(ledger.book, bookPaths.roundFamilies(round), families, deps);
  return [...takeStep(ledger, round, 'closed', deps), ...noted];
}

/** Shows the team its spread, once and for all; not before enough have answered. */
export function revealRound(
  ledger: Ledger,
  round: string,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], 'tooFew'> {
  if ((ledger.marks.get(round)?.length ?? 0) < minRevealRespondents) {
    return { ok: false, why: 'tooFew' };
  }
  return { ok: true, value: takeStep(ledger, round, 'revealed', deps) };
}
