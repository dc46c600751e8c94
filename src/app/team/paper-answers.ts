import { signal, type ReadonlySignal } from '@preact/signals';
import { giveAnswer, type AnswerIntent } from '#commands/give-answer.ts';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import { randomId } from '#crypto/random.ts';
import { roundViews } from '#projections/round-views.ts';
import { createAlone } from '#sync/deliver-answers.ts';
import type { CentreSession } from './centre-session.ts';
import { createHeldAnswers } from './held-answers.ts';
import { paperIntake, paperRound, type PaperIntake, type PaperRound } from './paper-round.ts';
import { saveTroubleOf, type SaveTrouble } from './save-trouble.ts';
import type { TeamDeps } from './team-deps.ts';

export type { LocalTexts, PaperIntake, PaperRound } from './paper-round.ts';

/** What stands on one filled-in paper. */
export type PaperDraft = Pick<AnswerIntent, 'marks' | 'choices' | 'texts'>;

/** `paper`: copied from a filled-in form. `interview`: read aloud, for instance over the telephone. */
export type PaperMode = 'paper' | 'interview';

/** `empty`: nothing was said. `notTaken`: the round does not take it (any more). The rest: it could not be saved. */
export type PaperResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'empty' | 'notTaken' | SaveTrouble };

/** How long the last hand-in can be taken back. */
export const takeBackMs = 10_000;

/** Answers that staff enter for those who answered on paper or were read to. */
export interface PaperAnswers {
  /** Null where the round is not on paper. */
  round(round: string): PaperRound | null;
  intake(round: string): PaperIntake;
  /** Hand-ins that were entered on this device today, by round. */
  today: ReadonlySignal<Readonly<Record<string, number>>>;
  /** The hand-in that still can be taken back. */
  last: ReadonlySignal<{ readonly id: string; readonly round: string } | null>;
  /** Seals a hand-in to its round and keeps it on disk; it goes its way when it cannot be taken back any more. */
  give(round: string, mode: PaperMode, draft: PaperDraft): Promise<PaperResult>;
  /** False where it was too late. */
  takeBack(): Promise<boolean>;
  /** Sends the last hand-in on its way at once. */
  release(): Promise<void>;
}

interface PaperWork extends PaperAnswers {
  stop(): Promise<void>;
}

export function createPaperAnswers(
  deps: TeamDeps,
  session: CentreSession,
  today: ReadonlySignal<string>,
  mailbox: () => string | null,
): PaperWork {
  const { ledger, store, keyring, keys } = session;
  const lock = `spegla-paper-${keys.space}`;
  const held = createHeldAnswers(store, createAlone(deps.locks), lock);
  const counts = signal<Readonly<Record<string, number>>>({});
  const last = signal<{ readonly id: string; readonly round: string } | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function count(): Promise<void> {
    counts.value = await held.counts(today.peek());
  }

  /** Under the token that this device's tablets have: a device that is revoked still delivers what it holds. */
  async function openLane(round: string): Promise<void> {
    const secret = ledger.peek().roundKeys.get(round)?.kioskSecret;
    if (secret === undefined) return;
    const token = await derivedToken(secret, purposes.kioskToken);
    // Before the first connection the state does not name the mailbox yet.
    await store.setLane({ round, origin: mailbox() ?? keys.mailbox, token });
  }

  async function release(): Promise<void> {
    clearTimeout(timer);
    last.value = null;
    await held.release(openLane);
  }

  function intake(round: string): PaperIntake {
    const view = roundViews(ledger.value).find(({ id }) => id === round);
    return view === undefined ? 'over' : paperIntake(ledger.value, view, today.value);
  }

  async function give(round: string, mode: PaperMode, draft: PaperDraft): Promise<PaperResult> {
    const paper = paperRound(ledger.value, round);
    const state = intake(round);
    if (paper === null || (state !== 'open' && state !== 'late')) {
      return { ok: false, why: 'notTaken' };
    }
    const { form, services } = paper;
    const given = giveAnswer({ round, form, mode, services, ...draft }, { newId: randomId });
    if (!given.ok) return given;
    try {
      await release();
      const envelopes = await Promise.all(given.value.map((record) => keyring.seal(record)));
      const id = randomId();
      await held.hold({ id, round, envelopes }, today.peek());
      last.value = { id, round };
      timer = setTimeout(() => void release().catch(() => undefined), takeBackMs);
      await count();
      return { ok: true };
    } catch (error) {
      return { ok: false, why: saveTroubleOf(error) };
    }
  }

  // What an earlier visit held when it was closed.
  void session
    .refresh()
    .then(async () => {
      await count();
      await held.release(openLane);
    })
    .catch(() => undefined);

  return {
    round: (round) => paperRound(ledger.value, round),
    intake,
    today: counts,
    last,
    give,
    takeBack: async () => {
      const { value } = last;
      if (value === null) return false;
      clearTimeout(timer);
      last.value = null;
      const taken = await held.takeBack(value.id, today.peek());
      await count();
      return taken;
    },
    release,
    stop: async () => {
      await release().catch(() => undefined);
    },
  };
}
