import { signal, type Signal } from '@preact/signals';
import type { AnswerLink } from '#records/links.ts';
import { onceMoreIfLost } from '#store/lost-connection.ts';
import { createCardStore, type CardRow, type CardStore } from '#store/card-store.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { createDraftKeeper, type DraftKeeper, type KeptDraft } from './draft-keeper.ts';

/** What this device has kept for one link, or that it lets nothing be kept. */
export interface Device {
  /** This browser lets nothing be kept. */
  readonly isDenied: Signal<boolean>;
  readonly isHandedIn: Signal<boolean>;
  /** Where drafts are kept; a shared tablet keeps none. */
  readonly drafts: DraftKeeper | undefined;
  /** What an earlier visit has left. Never rejects: a refusal makes `isDenied` true. */
  look(): Promise<{ readonly card?: CardRow | undefined; readonly draft?: KeptDraft | undefined }>;
  keepCard(row: CardRow): void;
  markHandedIn(): Promise<void>;
  /** Undefined where this browser lets nothing be kept. */
  cards(): CardStore | undefined;
  close(): void;
}

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

  return {
    isDenied,
    isHandedIn,
    drafts,
    look: async () => {
      try {
        // One passing fault of the disk must not make a kiosk's storage denied for weeks.
        const [card, draft, mark] = await onceMoreIfLost(() =>
          Promise.all([
            cards.card(round),
            drafts?.find(),
            drafts !== undefined && cards.isHandedIn(round),
          ]),
        );
        isHandedIn.value = mark;
        isDenied.value = false;
        return { card, draft };
      } catch {
        isDenied.value = true;
        return {};
      }
    },
    // A card that could not be kept is fetched again next time.
    keepCard: (row) => {
      if (!isDenied.value) cards.keep(row).catch(() => undefined);
    },
    markHandedIn: async () => {
      if (isDenied.value) return;
      await cards.markHandedIn(round).catch(() => undefined);
      isHandedIn.value = true;
    },
    cards: () => (isDenied.value ? undefined : cards),
    close: () => {
      void Promise.resolve(drafts?.flush()).then(() => cards.close());
    },
  };
}
