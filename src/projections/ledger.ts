import type { TextAnswer } from '#records/answer.ts';
import type { Fact } from '#records/fact.ts';
import type { Purge, RoundKey } from '#records/keys.ts';
import type { Book } from '#records/merge.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { foldMore, nothingFolded } from './folding.ts';
import type { RoundAnswers } from './round-answers.ts';

/** Everything that a team device can read of one centre, sorted for the projections. A pure fold of records. */
export interface Ledger {
  readonly book: Book;
  readonly roundKeys: ReadonlyMap<string, RoundKey>;
  /** By round: the one-way steps that were taken. */
  readonly facts: ReadonlyMap<string, ReadonlySet<Fact['what']>>;
  /** By round: its respondents' marks, counted. */
  readonly answers: ReadonlyMap<string, RoundAnswers>;
  /** By round, in no meaningful order (sorted by random record id); without what was set aside. */
  readonly texts: ReadonlyMap<string, readonly TextAnswer[]>;
  /** By round: the record ids of `texts`, in the same order. */
  readonly textIds: ReadonlyMap<string, readonly string[]>;
  /** By round: how many of its answers were set aside. They are in no count and not in `texts`. */
  readonly setAside: ReadonlyMap<string, SetAsideCount>;
  /** The rounds that were purged, with the purge that every device shows. */
  readonly purged: ReadonlyMap<string, Purge>;
}

/** How many respondents and how many free texts do not count. */
export interface SetAsideCount {
  readonly marks: number;
  readonly texts: number;
}

/** Folds records to a ledger: the same set gives the same ledger, in every order. A purged round is gone. */
export function foldLedger(records: Iterable<SpeglaRecord>): Ledger {
  return foldMore(nothingFolded, records).ledger;
}
