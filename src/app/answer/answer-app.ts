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

/** What one respondent has said so far. In memory only until handed in. */
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
 * `sent`: all are in the mailbox. `waiting`: safe on this device, go out by themselves when there is a network.
 * `onDevice`: the centre has no mailbox; safe on this device, which is where they belong.
 * `refused`: the mailbox will not take some of them; they are kept on this device.
 */
export type Delivery =
  | { readonly kind: 'none' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'onDevice'; readonly count: number }
  | { readonly kind: 'refused'; readonly count: number };

export type HandInResult =
  | { readonly ok: true }
  /** `full`: no room; `failed`: the storage refused. The draft stays on the screen; nothing is lost. */
  | { readonly ok: false; readonly why: 'full' | 'failed' | 'empty' };

/** The answering page's composition root, without a DOM: the same for a parent, a child and a colleague. */
export interface AnswerApp {
  readonly phase: ReadonlySignal<AnswerPhase>;
  readonly draft: ReadonlySignal<Draft>;
  readonly delivery: ReadonlySignal<Delivery>;
  /** `tablet` where the link is a kiosk's: next person after each, adult gate to leave. */
  readonly mode: Mode;
  mark(item: string, mark: Mark | undefined): void;
  choose(item: string, options: readonly string[]): void;
  write(item: string, text: string): void;
  /** Children: what the adult sets at the start, and how the practice item went. */
  setChild(child: Pick<Draft, 'band' | 'help' | 'practice'>): void;
  /** Resolves ok only when the answer is sealed and durably on disk; empties the draft then. */
  handIn(): Promise<HandInResult>;
  /** Throws the draft away: the next person meets nothing of the last one. */
  startOver(): void;
  retry(): Promise<void>;
  /** Where the adult gate leads: the team's page, relative to this one. */
  readonly teamUrl: string;
  stop(): void;
}
