import { giveAnswer } from '#commands/give-answer.ts';
import { randomId } from '#crypto/random.ts';
import type { Form } from '#instruments/form.ts';
import type { Mode } from '#records/answer.ts';
import { parseCard, type Card } from '#records/card.ts';
import type { AnswerLink } from '#records/links.ts';
import { createAnswerStore, type AnswerStore } from '#store/answer-store.ts';
import type { CardStore } from '#store/card-store.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import type { Delivery, Draft, HandInResult } from './answer-app.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { createDelivery } from './create-delivery.ts';
import { sealAnswer } from './seal-answer.ts';
import { sendUnsaved } from './send-unsaved.ts';
import { createVoices, type Voices } from './voices.ts';

/** What the desk is opened with. */
export interface DeskDeps {
  readonly deps: AnswerDeps;
  readonly link: AnswerLink;
  /** Where the mailbox is; null where the centre has none. */
  readonly origin: string | null;
  readonly token: string;
  readonly card: Card;
  /** Absent where this browser lets nothing be kept. */
  readonly cards: CardStore | undefined;
  readonly tell: (delivery: Delivery) => void;
}

/** Where an answer is given in: sealed, kept and sent. It comes behind the questions, while they are being read. */
export interface Desk {
  readonly voices: Voices;
  /**
   * `isUnsaved`: nothing is kept; ok then only when the mailbox has it. Where it is kept, `before` hears of one of its
   * envelopes before any is put down.
   */
  handIn(
    given: Given,
    isUnsaved: boolean,
    before: (envelope: string) => Promise<void>,
  ): Promise<HandInResult>;
  /** Whether an envelope lies here. */
  has(envelope: string): Promise<boolean>;
  /** Sends what waits, and says how it stands. */
  deliver(): void;
  /** The next person has begun: that the last one's answer is sent is no news any more. */
  startOver(): void;
  stop(): void;
}

/** What is handed in. */
export interface Given {
  readonly draft: Draft;
  readonly form: Form;
  readonly mode: Mode;
}

/** Opens the desk for a card; undefined where the card, looked at closely, is none. */
export async function openDesk(given: DeskDeps): Promise<Desk | undefined> {
  const { deps, link, origin, token, cards, tell } = given;
  const looked = parseCard(JSON.stringify(given.card));
  if (looked === undefined) return undefined;
  const card: Card = looked;
  const client = origin === null ? undefined : createAnswerClient(origin, deps.fetch);
  const store = cards === undefined ? undefined : createAnswerStore(card.space, deps.storage);
  const delivery = createDelivery({ deps, link, origin, space: card.space, store, tell });
  const stopping = new AbortController();
  let hasLane = false;

  /** Without its lane no answer finds the way out: it is there before the first one. */
  async function openLane(on: AnswerStore): Promise<void> {
    if (!hasLane) await on.setLane({ round: link.round, origin, token, kiosk: randomId() });
    hasLane = true;
  }
  // A disk that refuses now is asked again before the first answer is put down.
  if (store !== undefined) await openLane(store).catch(() => undefined);
  delivery.deliver();

  async function handIn(
    answer: Given,
    isUnsaved: boolean,
    before: (envelope: string) => Promise<void>,
  ): Promise<HandInResult> {
    const { marks, choices, texts, ...child } = answer.draft;
    const { services } = card;
    const records = giveAnswer(
      { ...answer, round: link.round, services, marks, choices, texts, child },
      { newId: randomId },
    );
    if (!records.ok) return records;
    try {
      const envelopes = await Promise.all(
        records.value.map((record) => sealAnswer(record, card, link.cardHash)),
      );
      if (isUnsaved || store === undefined) {
        if (client === undefined) return { ok: false, why: 'failed' };
        const end = delivery.beginUnsaved();
        const isSent = await sendUnsaved(
          (some) => client.pushAnswers(token, link.round, some),
          envelopes,
          deps,
          stopping.signal,
        ).finally(end);
        await delivery.show(isSent);
        return isSent ? { ok: true } : { ok: false, why: 'failed' };
      }
      await openLane(store);
      await before(envelopes[0]?.id ?? '');
      await store.append(envelopes, { from: 'here', lane: link.round });
    } catch (error) {
      const isFull = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
      return { ok: false, why: isFull ? 'full' : 'failed' };
    }
    await delivery.show(true);
    delivery.deliver();
    return { ok: true };
  }

  return {
    voices: createVoices({ cards, client, link, token, card }),
    handIn,
    has: async (envelope) => ((await store?.get([envelope])) ?? []).length > 0,
    deliver: delivery.deliver,
    startOver: delivery.startOver,
    stop: () => {
      stopping.abort();
      delivery.stop();
      store?.close();
    },
  };
}
