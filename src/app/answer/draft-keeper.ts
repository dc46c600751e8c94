import { aeadOpen, aeadSeal, newDeviceAeadKey } from '#crypto/aead.ts';
import { textOf, utf8 } from '#crypto/bytes.ts';
import type { CardStore } from '#store/card-store.ts';
import type { Draft } from './answer-app.ts';

/** An unfinished answer as it is kept: what was said, in which language, where one stood, and who taps. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly language: string | undefined;
  readonly step: string | undefined;
  readonly interview: boolean;
  /** Random: what the answer's envelopes are named by, whenever it is handed in. Drafts of older pages have none. */
  readonly seed?: string;
  /** An envelope of this answer that was about to be put down, or sent, when the page was last seen. */
  readonly handing?: string;
}

/** Keeps one round's unfinished answer on one's own phone, for a day at most. */
export interface DraftKeeper {
  /** What an earlier visit has left; undefined where that is nothing, or nothing readable. Rejects without storage. */
  find(): Promise<KeptDraft | undefined>;
  /** Keeps this from now on, a moment after the last change. */
  keep(kept: KeptDraft): void;
  /** Keeps it at once: the page may be gone in a moment. Never rejects. */
  flush(): Promise<void>;
  /** Takes it away. Resolves when it is off the disk. */
  wipe(): Promise<void>;
}

const restMs = 400;

/**
 * The draft is sealed with AES-256-GCM under a key that is made for it, cannot be exported and goes with it. A disk
 * that refuses costs the draft its second life and nothing else: it stands on the screen.
 */
export function createDraftKeeper(
  cards: Pick<CardStore, 'draft' | 'keepDraft' | 'dropDraft'>,
  round: string,
  now: () => Date,
): DraftKeeper {
  const bound = utf8(`spegla/1 draft ${round}`);
  let key: CryptoKey | undefined;
  let pending: KeptDraft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** One after another, so that the disk ends with what was said last. */
  let writing: Promise<unknown> = Promise.resolve();

  function inTurn(write: () => Promise<void>): Promise<void> {
    const written = writing.then(write);
    writing = written.catch(() => undefined);
    return written;
  }

  async function write(): Promise<void> {
    const kept = pending;
    if (kept === undefined) return;
    pending = undefined;
    key ??= await newDeviceAeadKey();
    const sealed = await aeadSeal(key, utf8(JSON.stringify(kept)), bound);
    await cards.keepDraft({ round, key, sealed, changedAt: now().getTime() });
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    return inTurn(write).catch(() => undefined);
  }

  return {
    find: async () => {
      const row = await cards.draft(round);
      if (row === undefined) return undefined;
      try {
        const plain = await aeadOpen(row.key, row.sealed, bound);
        if (plain === undefined) return undefined;
        key = row.key;
        // Sealed by `write` above, under a key of this device.
        return JSON.parse(textOf(plain)) as KeptDraft;
      } catch {
        return undefined; // A damaged draft is none; the storage that it lies in can be used.
      }
    },
    keep: (kept) => {
      pending = kept;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), restMs);
    },
    flush,
    wipe: () => {
      clearTimeout(timer);
      pending = undefined;
      return inTurn(async () => {
        key = undefined;
        await cards.dropDraft(round);
      });
    },
  };
}
