import type { ReadonlySignal } from '@preact/signals';
import type { SetAsideRefusal } from '#commands/set-answers-aside.ts';
import type { FormId } from '#instruments/form.ts';
import type { ArrivalView } from '#projections/arrivals.ts';
import type { PurgeLine, RetentionView } from '#projections/retention-views.ts';
import type { SetAsideGroup } from '#projections/set-aside.ts';
import type { Collected } from './collected.ts';
import type { DeleteEverywhere } from './delete-everywhere.ts';
import type { KiosksSeen } from './kiosk-reports.ts';
import type { PurgeResult, PurgeStep } from './purge-form-year.ts';

export type { SetAsideRefusal } from '#commands/set-answers-aside.ts';

/** A group of answers that was set aside, with what it holds here. */
export interface SetAsideView extends SetAsideGroup {
  readonly respondents: number;
  readonly texts: number;
}

/** Who has which answers and for how long: what a centre collected, keeps, sets aside, purges and deletes. */
export interface CentreCustody {
  /** What was collected on this device. Counted only while `watchCollected` runs; undefined until then. */
  readonly collected: ReadonlySignal<Collected | undefined>;
  watchCollected(): () => void;
  /** Offers everything that waits or was refused because a round had closed. */
  sendNow(): Promise<void>;
  /** What is not in the mailbox, as file text. */
  exportUnsent(): Promise<string>;

  /** What the mailbox last told of the kiosks; `refreshKiosks` asks anew, false where it could not. */
  readonly kiosks: ReadonlySignal<KiosksSeen>;
  refreshKiosks(): Promise<boolean>;

  /** The last day on which the mailbox takes what was collected before a round's closing. */
  takesLateUntil(round: string): string;
  /** Lets it do so for some days from today. `revealed`: one mark more would show whose it is. */
  reopenIntake(round: string, days: number): Promise<'revealed' | 'notClosed' | null>;

  /** By round, when answers reached this device. */
  readonly arrivals: ReadonlySignal<ReadonlyMap<string, readonly ArrivalView[]>>;
  readonly setAside: ReadonlySignal<readonly SetAsideView[]>;
  /** Sets the answers of some hours aside; null where it was done. */
  setAnswersAside(
    round: string,
    arrivals: readonly ArrivalView[],
    why: string,
  ): Promise<SetAsideRefusal | null>;
  /** Lets a group count again, or not after all. */
  countSetAside(group: SetAsideView, counts: boolean): Promise<SetAsideRefusal | null>;

  /** Every form's year that still holds single answers, and when it is to be purged. */
  readonly retention: ReadonlySignal<readonly RetentionView[]>;
  readonly retentionMonths: ReadonlySignal<number>;
  setRetentionMonths(months: number): Promise<void>;
  /** An empty day gives the centre's rule back its word. */
  retentionDayPaths(form: FormId, year: number): readonly string[];
  readonly purgeLog: ReadonlySignal<readonly PurgeLine[]>;
  /** The forms of a year that were purged, with how many had answered. */
  purgedForms(year: number): ReadonlyMap<FormId, number>;
  purge(
    form: FormId,
    year: number,
    options?: { readonly kit?: string; readonly onStep?: (step: PurgeStep) => void },
  ): Promise<PurgeResult>;
  /** Deletes the centre at its mailbox, for every device. What lies here is `TeamApp.removeCentre`'s to take. */
  deleteEverywhere(kit?: string): Promise<DeleteEverywhere>;
}
