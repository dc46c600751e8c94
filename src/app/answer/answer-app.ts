import type { ReadonlySignal } from '@preact/signals';
import type { Form, Mark } from '#instruments/form.ts';
import type { Card } from '#records/card.ts';
import type { Mode } from '#records/answer.ts';

/** What the page stands before. Everything but `ready` is a full-page message with one next step. */
export type AnswerPhase =
  | { readonly kind: 'loading' }
  /** The link is damaged, or there was none: "scan the poster again". */
  | { readonly kind: 'badLink' }
  /** http on a LAN, or a browser without WebCrypto or IndexedDB: the page cannot keep an answer safe. */
  | { readonly kind: 'insecure' }
  | { readonly kind: 'noStorage' }
  /** No network and nothing kept from an earlier visit. `retry()` tries again. */
  | { readonly kind: 'unreachable' }
  /** The mailbox knows no such round, or has purged it. */
  | { readonly kind: 'unknownRound' }
  /** The card does not match the link's hash: refused. */
  | { readonly kind: 'cardRefused' }
  /** The round uses a form that this version of the page does not know. */
  | { readonly kind: 'updateNeeded' }
  | { readonly kind: 'notYetOpen'; readonly card: Card; readonly opens: string }
  | { readonly kind: 'closed'; readonly card: Card; readonly closes: string }
  | { readonly kind: 'ready'; readonly card: Card; readonly form: Form };

/** What one respondent has said so far. On a shared tablet in memory only; on one's own phone sealed, for a day. */
export interface Draft {
  readonly marks: Readonly<Record<string, Mark>>;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly texts: Readonly<Record<string, string>>;
  /** Children only. */
  readonly band?: 'under4' | 'from4to6';
  readonly help?: 'alone' | 'helped';
  readonly practice?: 'met' | 'missed' | 'skipped';
}

/**
 * Where the answers that were handed in here are.
 * Counts are of answers, each with its free texts. `unsent`: on its way from this page's memory, where alone it is. `sent`: all are in the mailbox. `waiting`: safe on this device, go out by themselves when there is a network.
 * `full`: as waiting, but the mailbox has no room for them: somebody has to make some.
 * `onDevice`: the centre has no mailbox; safe on this device, which is where they belong.
 * `refused`: the mailbox will not take some of them; they are kept on this device.
 */
export type Delivery =
  | { readonly kind: 'none' }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'full'; readonly count: number }
  | { readonly kind: 'onDevice'; readonly count: number }
  | { readonly kind: 'refused'; readonly count: number };

export type HandInResult =
  /** `isLate`: the next person has begun meanwhile, and is not to be disturbed. */
  | { readonly ok: true; readonly isLate?: boolean }
  /**
   * `full`: no room on the device; `noRoom`: none in the mailbox, where nothing can be kept here; `failed`: it was
   * refused. The draft stays on the screen; nothing is lost.
   */
  | { readonly ok: false; readonly why: 'full' | 'noRoom' | 'failed' | 'empty' };

/** An unfinished answer that an earlier visit has left on this phone. */
export interface FoundDraft {
  readonly language: string | undefined;
  /** Where in the survey one stood. */
  readonly step: string | undefined;
}

/** The answering page's composition root, without a DOM: the same for a parent, a child and a colleague. */
export interface AnswerApp {
  readonly phase: ReadonlySignal<AnswerPhase>;
  readonly draft: ReadonlySignal<Draft>;
  readonly delivery: ReadonlySignal<Delivery>;
  /** The device's mode: `tablet` where the link is a kiosk's; next person after each, adult gate to leave. */
  readonly mode: Mode;
  /** Whether somebody reads and taps for another person: kept with this one answer, and over with it. */
  readonly interview: ReadonlySignal<boolean>;
  setInterview(isInterview: boolean): void;

  /** What seals, keeps and sends has come; until then the page needs the network once more. */
  readonly isWhole: ReadonlySignal<boolean>;
  /** This browser lets nothing be kept, as far as is known now: an answer goes out from the page's memory. */
  readonly isUnsaved: ReadonlySignal<boolean>;
  /** Whether there is a mailbox that an answer can be sent to without being saved first. */
  readonly canSendUnsaved: boolean;
  /** Somebody has handed in from this phone before, through this link; a tap for one more person makes it false. */
  readonly isHandedIn: ReadonlySignal<boolean>;
  welcomeAnother(): void;

  /** What an earlier visit has left, until one has said what is to become of it. */
  readonly found: ReadonlySignal<FoundDraft | undefined>;
  continueDraft(): void;
  /** Takes it off the disk at once; the returned function brings it back, as long as the page lives and keeps it. */
  dropDraft(): () => void;
  /** The language and the step that a draft is kept with. */
  notePlace(place: FoundDraft): void;

  mark(item: string, mark: Mark | undefined): void;
  choose(item: string, options: readonly string[]): void;
  write(item: string, text: string): void;
  /** Children: what the adult sets at the start, and how the practice item went. */
  setChild(child: Pick<Draft, 'band' | 'help' | 'practice'>): void;
  /**
   * Resolves ok only when the answer is sealed and durably on disk; empties the draft then. `unsaved`, and where nothing
   * can be kept: only when the mailbox has it.
   */
  handIn(how?: 'unsaved'): Promise<HandInResult>;
  /** Throws the draft away: the next person meets nothing of the last one. */
  startOver(): void;
  retry(): Promise<void>;
  /**
   * The recording of a prompt (`card.voices`) for the browser's decoder: kept here, else fetched and kept. Undefined
   * where there is none, or where it can't be had just now.
   */
  recording(language: string, prompt: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Fetches recordings, so that they play without a network: a kiosk all of them at its start, a phone the rest of the
   * language that somebody listens to. True when all are here.
   */
  keepRecordings(language?: string): Promise<boolean>;
  /** Where the adult gate leads: the team's page, relative to this one. */
  readonly teamUrl: string;
  stop(): void;
}
