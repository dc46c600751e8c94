import { signal, type Signal } from '@preact/signals';
import type { AnswerLink } from '#records/links.ts';
import { inTime } from '#store/in-time.ts';
import { onceMoreIfLost } from '#store/lost-connection.ts';
import { createCardStore, draftLifeMs, type CardRow, type CardStore } from '#store/card-store.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { createDraftKeeper, type DraftKeeper, type KeptDraft } from './draft-keeper.ts';

/** What an earlier visit has left. Where the storage does not answer, nobody knows whether there was anything. */
export type Left =
  | {
      readonly isKnown: true;
      readonly card: CardRow | undefined;
      readonly draft: KeptDraft | undefined;
    }
  | { readonly isKnown: false };

/** What this device has kept for one link, or that it lets nothing be kept. */
export interface Device {
  /** This browser lets nothing be kept, or its storage does not answer: so it was when it was last asked. */
  readonly isDenied: Signal<boolean>;
  readonly isHandedIn: Signal<boolean>;
  /** Where drafts are kept; a shared tablet keeps none. */
  readonly drafts: DraftKeeper | undefined;
  /** Asks for what an earlier visit has left, and takes away old drafts of all rounds. Never rejects. */
  look(): Promise<Left>;
  /** Resolves when a storage that did not answer in time is there after all; rejects where nothing is coming. */
  whenBack(): Promise<void>;
  /** Takes away the drafts of all rounds that nobody has touched for a day. Never rejects. */
  sweep(): Promise<void>;
  keepCard(row: CardRow): void;
  markHandedIn(): Promise<void>;
  readonly cards: CardStore;
  close(): void;
}

/** A storage that has opened may still hang: so long it is waited for. */
const answerMs = 6_000;

/** Opens what this device keeps for the link. */
export function createDevice(
  { storage, now }: Pick<AnswerDeps, 'storage' | 'now'>,
  link: AnswerLink | undefined,
): Device {
  const isDenied = signal(false);
  const isHandedIn = signal(false);
  const cards = createCardStore(storage);
  const round = link?.round ?? '';
  const drafts = link?.kioskSecret === null ? createDraftKeeper(cards, round, now) : undefined;

  const sweep = (): Promise<void> =>
    cards.dropDraftsBefore(now().getTime() - draftLifeMs).catch(() => undefined);

  return {
    isDenied,
    isHandedIn,
    drafts,
    sweep,
    look: async () => {
      try {
        // One passing fault of the disk must not make a kiosk's storage denied for weeks.
        const asked = onceMoreIfLost(() =>
          Promise.all([
            cards.card(round),
            sweep().then(() => drafts?.find()),
            drafts !== undefined && cards.isHandedIn(round),
          ]),
        );
        const [card, draft, mark] = await inTime(asked, answerMs);
        isHandedIn.value = mark;
        isDenied.value = false;
        return { isKnown: true, card, draft };
      } catch {
        isDenied.value = true;
        return { isKnown: false };
      }
    },
    whenBack: cards.whenOpen,
    // A card that could not be kept is fetched again next time.
    keepCard: (row) => {
      if (!isDenied.value) cards.keep(row).catch(() => undefined);
    },
    markHandedIn: async () => {
      if (isDenied.value) return;
      isHandedIn.value = true;
      await cards.markHandedIn(round).catch(() => undefined);
    },
    cards,
    close: () => {
      void Promise.resolve(drafts?.flush()).then(() => cards.close());
    },
  };
}
