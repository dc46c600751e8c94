import type { ReadonlySignal } from '@preact/signals';
import type { FormId, Mark, ServiceId } from '#instruments/form.ts';
import type { EditIds } from '#commands/set-field.ts';
import type { DeviceView } from '#projections/device-names.ts';
import type { Ledger } from '#projections/ledger.ts';
import type {
  BoardView,
  CentreView,
  ContestedField,
  PriorityGoal,
  ResultsView,
  RoundView,
} from '#projections/views.ts';
import type { JsonValue } from '#records/json.ts';
import type { GoalField } from '#records/book-paths.ts';
import type { CentreKeysIntents } from './key-intents.ts';
import type { KitReading } from './kit-words.ts';
import type { LockIntents } from './lock-intents.ts';
import type { PaperAnswers } from './paper-answers.ts';
import type { RestoreResult } from './restore-centre.ts';
import type { ResultsIntents } from './results-intents.ts';
import type { CentreCustody } from './custody.ts';
import type { CentreQuestions } from './centre-questions.ts';
import type { CentreVoices } from './centre-voices.ts';
import type { SaveTrouble } from './save-trouble.ts';

/** A centre that this device holds. Names are public; everything else of it is sealed. */
export interface CentreEntry {
  readonly space: string;
  readonly name: string;
  /** The made-up centre: kept apart, removable in one tap. */
  readonly demo: boolean;
}

export interface NewCentre {
  readonly name: string;
  readonly services: readonly ServiceId[];
  readonly responsible: { readonly name: string; readonly contact: string };
  readonly deviceName: string;
}

export type JoinResult =
  | { readonly ok: true; readonly space: string }
  /**
   * `badLink`: not a team link. `used`: taken already or expired. `unreachable`: no network to the mailbox.
   * `needsFile`: the centre has no mailbox, so the file with everything is needed too. `wrongFile`: the file
   * does not hold the invite. `alreadyHere`: this device holds the centre. `lockedKit`: it is here behind a code, with
   * the kit: joining anew would lose the kit, so that has to be asked for.
   */
  | {
      readonly ok: false;
      readonly why:
        | 'badLink'
        | 'used'
        | 'unreachable'
        | 'needsFile'
        | 'wrongFile'
        | 'alreadyHere'
        | 'lockedKit';
    };

/** What a person has in hand when every device is lost. */
export interface RestoreInput {
  /** The kit's words as typed, or its link as scanned. */
  readonly kit: string;
  /** The mailbox's address as typed; empty where it stands in the link, or where there is only a file. */
  readonly mailbox: string;
  readonly file: string | undefined;
  readonly deviceName: string;
}

export type RestoreCentreResult =
  | RestoreResult
  | Exclude<KitReading, { ok: true }>
  | { readonly ok: false; readonly why: 'badAddress' };

/** The team page's composition root: which centres are here, and the one that is open. */
export interface TeamApp extends LockIntents {
  /** Undefined until the device's key database has been read. */
  readonly centres: ReadonlySignal<readonly CentreEntry[] | undefined>;
  readonly current: ReadonlySignal<OpenCentre | null>;
  /** What this device cannot do (http on a LAN, storage denied); null where all is well. */
  readonly obstacle: ReadonlySignal<'insecure' | 'noStorage' | null>;
  /** Whether the browser has promised not to throw this device's data away by itself. */
  readonly persistent: ReadonlySignal<boolean>;
  createCentre(input: NewCentre): Promise<CentreEntry>;
  /**
   * Joins by a team link; `file` is the file with everything, for centres without a mailbox. `losesKit`: also where the
   * kit lies here behind a code, and is lost by it.
   */
  join(link: string, deviceName: string, file?: string, losesKit?: boolean): Promise<JoinResult>;
  /** Brings a centre back with its printed kit: from a mailbox, from a file, or from both. */
  restore(what: RestoreInput): Promise<RestoreCentreResult>;
  /** Asks whether a mailbox lives at this origin. */
  hasMailbox(origin: string): Promise<boolean>;
  openCentre(space: string): Promise<void>;
  /** Makes the example centre (some seconds; progress 0–1) and opens it; opens the one that is here already. */
  openDemo(progress?: (done: number) => void): Promise<void>;
  /** Takes a centre off this device for good. For the example centre that is one tap. */
  removeCentre(space: string): Promise<void>;
  /** Back to the list of centres. */
  closeCentre(): Promise<void>;
  stop(): Promise<void>;
}

export type { DeviceView };

/** How the device stands with its mailbox. Screens never wait for it. */
export interface SyncState {
  /** The mailbox's origin, or null while the centre has none. */
  readonly mailbox: string | null;
  /** `gone`: somebody deleted the centre at the mailbox, for everyone. */
  readonly status: 'none' | 'connecting' | 'online' | 'offline' | 'revoked' | 'gone';
  /** Envelopes not yet acknowledged. */
  readonly waiting: number;
  /** Envelopes that the mailbox refused for good; kept and exportable. */
  readonly refused: number;
}

export interface UnreadableEnvelope {
  readonly id: string;
  readonly kind: string;
  readonly round: string | null;
  /** `noKey`: its key has not arrived (yet). `sealBroken`: does not open. Otherwise what did not fit. */
  readonly reason: string;
}

export interface RoundLinks {
  /** For phones: the answer link. Null while the centre has no mailbox to send to. */
  readonly phone: string | null;
  /** "Open on this tablet". */
  readonly tablet: string;
  /** `pending`: the mailbox has not been told of the round yet. */
  readonly registration: 'none' | 'pending' | 'done';
}

export type NameMailboxResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `needsKit`: the kit is not on this device, and none was given. */
      readonly why:
        | 'unreachable'
        | 'wrongCode'
        | 'notAMailbox'
        | 'taken'
        | 'badAddress'
        | 'needsKit';
    };

/** One field's new value, and the edits that it stands in for. */
export interface FieldEdit {
  readonly path: string;
  readonly value: JsonValue;
  readonly base: EditIds;
}

/** A priority goal as it is first written. */
export type GoalInput = Omit<PriorityGoal, 'id'>;

/** One centre, opened: signals to read, intents to act. Every intent resolves when it is durably on disk. */
export interface OpenCentre extends CentreKeysIntents {
  readonly entry: CentreEntry;
  /** False until the first read of the store is done. */
  readonly loaded: ReadonlySignal<boolean>;
  readonly ledger: ReadonlySignal<Ledger>;
  readonly centre: ReadonlySignal<CentreView>;
  readonly rounds: ReadonlySignal<readonly RoundView[]>;
  readonly years: ReadonlySignal<readonly number[]>;
  readonly contested: ReadonlySignal<readonly ContestedField[]>;
  readonly devices: ReadonlySignal<readonly DeviceView[]>;
  readonly sync: ReadonlySignal<SyncState>;
  readonly unreadable: ReadonlySignal<readonly UnreadableEnvelope[]>;
  /** Why the last thing written here did not reach the disk; null when all is well. */
  readonly trouble: ReadonlySignal<SaveTrouble | null>;
  /** Today as YYYY-MM-DD in local time, kept current. */
  readonly today: ReadonlySignal<string>;
  /** Whether the file with everything was ever saved from this device: a second copy. */
  readonly copied: ReadonlySignal<boolean>;
  results(year: number): ResultsView;
  board(year: number): BoardView;
  goals(year: number): readonly PriorityGoal[];

  /**
   * Sets one field (paths: records/book-paths.ts); resolves with the edits that say so. Without `base` it settles the
   * field where it is contested; with it (`shownEdits`, or what an earlier call gave) it replaces those edits alone.
   */
  setField(path: string, value: JsonValue, base?: EditIds): Promise<EditIds>;
  /** Like `setField`, for several at once: on disk as a whole, or not at all. By path, the edits that say so. */
  setFields(fields: readonly FieldEdit[]): Promise<ReadonlyMap<string, EditIds>>;
  /** The edits that say what `fieldValue` gives: what somebody sees who begins to write there. */
  shownEdits(path: string): EditIds;
  /** The field's value, for forms and for undo. Undefined if never set. */
  fieldValue(path: string): JsonValue | undefined;

  beginYear(year: number): Promise<EditIds>;
  /**
   * Opens a round (days YYYY-MM-DD) with the questions and recordings of now. Resolves with its id; rejects with
   * `CardTooLargeError` where the own questions have more words than a card holds.
   */
  openRound(form: FormId, year: number, opens: string, closes: string): Promise<string>;
  setRoundDates(round: string, opens: string, closes: string): Promise<void>;
  /** One way. `families`: about how many came, where known. */
  closeRound(round: string, families: number | null): Promise<void>;
  /** One way; refused (false) below three answers. */
  revealRound(round: string): Promise<boolean>;
  roundLinks(round: string): RoundLinks;

  agreePosition(year: number, item: string, mark: Mark | null, base?: EditIds): Promise<EditIds>;
  addGoal(goal: GoalInput): Promise<string>;
  setGoalField(goal: string, field: GoalField, value: JsonValue): Promise<EditIds>;
  removeGoal(goal: string): Promise<EditIds>;
  restoreGoal(goal: string): Promise<EditIds>;
  /** Counts of an earlier year by hand: by item, { mark: count }; `answered` once for the form. */
  enterHistory(
    form: FormId,
    year: number,
    answered: number | null,
    counts: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ): Promise<void>;

  /** Makes the centre's space at a mailbox (or moves there) and offers it everything. */
  nameMailbox(origin: string, code: string, kit?: string): Promise<NameMailboxResult>;
  /** Asks whether a mailbox lives at this origin; null if not. */
  probeMailbox(origin: string): Promise<{ needsCode: boolean } | null>;
  /** A one-time team link for one new device, good for a week. */
  makeTeamLink(): Promise<string>;
  /** The recovery kit's words/secret for printing, only on the device that made the centre. */
  kitSecret(): Promise<string | null>;
  syncNow(): void;

  /** What the team does with what is shown: later answers, free texts, worrying answers. */
  readonly resultsWork: ResultsIntents;

  /** Who has which answers, and for how long. */
  readonly custody: CentreCustody;

  /** What is answered on paper, and entered by staff. */
  readonly paper: PaperAnswers;

  readonly questions: CentreQuestions;
  readonly voices: CentreVoices;

  /** The file with everything, as text lines (protocol.md, "File"). */
  exportFile(): Promise<string>;
  /** Takes a file in. `unreadable`: lines kept aside and counted. Null: not this centre's file. */
  importFile(text: string): Promise<{ added: number; known: number; unreadable: number } | null>;
  /** What the mailbox refused, as file text. */
  exportRefused(): Promise<string>;
}
