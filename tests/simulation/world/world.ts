import type { Revocations } from '../oracle/revocations.ts';
import type { Dice } from '../engine/dice.ts';
import type { Life, Loop } from '../engine/loop.ts';
import type { AnswerPage, RoundLink } from './answer-page.ts';
import type { Machine } from './machine.ts';
import type { MailboxHost } from './mailbox-host.ts';
import type { Notes } from './notes.ts';
import type { Membership, TeamPage } from './team-page.ts';
import type { FaultCounts, Weather } from './weather.ts';

/** A device of the team, with its pages while it runs; some hang on the wall as a kiosk besides. */
export interface TeamDevice {
  readonly machine: Machine;
  readonly member: Membership;
  pages: TeamPage[];
  /** How many pages are opened at a start. */
  tabs: number;
  kioskLink: RoundLink | undefined;
  kiosk: AnswerPage | undefined;
  /** The team has decided that it may not take part any more. */
  isRevoked: boolean;
}

/** The number of a team device's answering page, among its pages. */
export const kioskPage = 9;

/** A phone that scanned a poster, or a kiosk: it only ever writes. */
export interface AnswerDevice {
  readonly machine: Machine;
  link: RoundLink | undefined;
  readonly isKiosk: boolean;
  page: AnswerPage | undefined;
}

/** A seed's kind of bad luck. */
export interface Profile {
  readonly teamDevices: number;
  readonly answerDevices: number;
  readonly events: number;
  readonly oldClients: boolean;
  readonly restores: boolean;
  /** Backups are put back by copying files alone, which no device is told of. */
  readonly isUnannounced: boolean;
  /** Nobody opens a page anew whose disk was full. */
  readonly isUnattended: boolean;
  readonly replaces: boolean;
  readonly deviceClocks: boolean;
  readonly hostClock: boolean;
  readonly fullDisks: boolean;
  readonly crashes: number;
  readonly bigRecords: boolean;
  /** How much more often than elsewhere the rare things happen: small worlds have less time for them. */
  readonly rareTimes: number;
}

export interface World {
  readonly seed: number;
  readonly profile: Profile;
  readonly loop: Loop;
  readonly dice: Dice;
  readonly people: Life;
  readonly host: MailboxHost;
  readonly weather: Weather;
  readonly faults: FaultCounts;
  readonly notes: Notes;
  readonly space: string;
  readonly team: readonly TeamDevice[];
  readonly answerers: readonly AnswerDevice[];
  readonly say: (line: string) => void;
  /** The first broken promise ends the run. */
  readonly fail: (failure: Error) => void;
  /** Whether the mailbox was ever set back without a word: places in its sequence may have been given twice. */
  wasRestored: boolean;
  /** Envelopes that this life of the mailbox has said it has. */
  readonly acknowledged: Set<string>;
  /** Where each envelope stands in this life of the mailbox, as far as anyone has looked. */
  readonly places: Map<string, number>;
  readonly revocations: Revocations;
  /** Envelopes that the mailbox has ever said it has. */
  readonly everStored: Set<string>;
}

/** What the issue promises, and a world that broke it. */
export class BrokenPromise extends Error {
  readonly promise: string;
  constructor(promise: string, what: string) {
    super(`${promise}: ${what}`);
    this.promise = promise;
  }
}

export function machinesOf({ team, answerers }: World): readonly Machine[] {
  return [...team, ...answerers].map(({ machine }) => machine);
}

/** Waits in the world's own time, as its people do. */
export function sleep({ loop, people }: World, ms: number): Promise<void> {
  return new Promise((resolve) => void loop.after(people, ms, resolve));
}
