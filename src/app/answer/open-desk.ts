import { giveAnswer } from '#commands/give-answer.ts';
import { randomId } from '#crypto/random.ts';
import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import type { Form } from '#instruments/form.ts';
import type { Mode } from '#records/answer.ts';
import { parseCard, type Card } from '#records/card.ts';
import { canonicalJson } from '#records/json.ts';
import type { AnswerLink } from '#records/links.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { createAnswerStore } from '#store/answer-store.ts';
import type { CardStore } from '#store/card-store.ts';
import { inTime } from '#store/in-time.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import type { Delivery, Draft, HandInResult } from './answer-app.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { createDelivery } from './create-delivery.ts';
import { sealAnswer } from './seal-answer.ts';
import { sendUnsaved } from './send-unsaved.ts';
import { createVoices, type Voices } from './voices.ts';
import { withDraftIds } from './with-draft-ids.ts';

/** What the desk is opened with. */
export interface DeskDeps {
  readonly deps: AnswerDeps;
  readonly link: AnswerLink;
  /** Where the mailbox is; null where the centre has none. */
  readonly origin: string | null;
  readonly token: string;
  readonly card: Card;
  readonly cards: CardStore;
  /** Whether nothing can be kept here just now. */
  readonly isDenied: () => boolean;
  readonly tell: (delivery: Delivery) => void;
}

/** Where an answer is given in: sealed, kept and sent. It comes behind the questions, while they are being read. */
export interface Desk {
  readonly voices: Voices;
  /**
   * `isUnsaved`: nothing is kept; ok then only when the mailbox has it. `before` hears of one of its envelopes before any
   * is put down or sent.
   */
  handIn(
    given: Given,
    isUnsaved: boolean,
    before: (envelope: string) => Promise<void>,
  ): Promise<HandInResult>;
  /** Whether an envelope lies here. Rejects where that cannot be known. */
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
  /** What its envelopes are named by: given again, it is the same answer. */
  readonly seed: string;
}

/** A disk that hangs, as against one that is slow: nobody stands before "Låser in svaret …" longer than this. */
const keepMs = 15_000;
const noteMs = 3_000;

/** Opens the desk for a card; undefined where the card, looked at closely, is none. */
export async function openDesk(given: DeskDeps): Promise<Desk | undefined> {
  const { deps, link, origin, token, cards, isDenied, tell } = given;
  const looked = parseCard(JSON.stringify(given.card));
  if (looked === undefined) return undefined;
  const card: Card = looked;
  const client = origin === null ? undefined : createAnswerClient(origin, deps.fetch);
  const store = createAnswerStore(card.space, deps.storage);
  const delivery = createDelivery({ deps, link, origin, space: card.space, store, isDenied, tell });
  const stopping = new AbortController();
  let hasLane = false;
  let sealed: { readonly words: string; readonly envelopes: Promise<SealedEnvelope[]> } | undefined;

  /** Without its lane no answer finds the way out: it is there before the first one. */
  async function openLane(): Promise<void> {
    if (!hasLane) await store.setLane({ round: link.round, origin, token, kiosk: randomId() });
    hasLane = true;
  }
  // A disk that refuses now is asked again before the first answer is put down.
  if (!isDenied()) await inTime(openLane(), noteMs).catch(() => undefined);
  delivery.deliver();

  /** Given again as it was, an answer is the very same envelopes: wherever they have arrived, they are known. */
  function sealOnce(records: readonly SpeglaRecord[]): Promise<SealedEnvelope[]> {
    const words = canonicalJson(records.map(({ id, body }) => ({ id, body })));
    if (sealed?.words !== words) {
      const all = records.map((record) => sealAnswer(record, card, link.cardHash));
      sealed = { words, envelopes: Promise.all(all) };
      sealed.envelopes.catch(() => {
        sealed = undefined;
      });
    }
    return sealed.envelopes;
  }

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
      const envelopes = await sealOnce(await withDraftIds(records.value, answer.seed));
      await inTime(before(envelopes[0]?.id ?? ''), noteMs).catch(() => undefined);
      if (isUnsaved) {
        if (client === undefined) return { ok: false, why: 'failed' };
        const end = delivery.beginUnsaved();
        const sent = await sendUnsaved(
          (some) => client.pushAnswers(token, link.round, some),
          envelopes,
          deps,
          stopping.signal,
        ).finally(end);
        await inTime(delivery.show(sent === 'sent'), noteMs).catch(() => undefined);
        if (sent !== 'sent') return { ok: false, why: sent === 'full' ? 'noRoom' : 'failed' };
        sealed = undefined;
        return { ok: true };
      }
      await inTime(openLane(), keepMs);
      await inTime(store.append(envelopes, { from: 'here', lane: link.round }), keepMs);
      sealed = undefined;
    } catch (error) {
      const isFull = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
      return { ok: false, why: isFull ? 'full' : 'failed' };
    }
    await inTime(delivery.show(true), noteMs).catch(() => undefined);
    delivery.deliver();
    return { ok: true };
  }

  return {
    voices: createVoices({ cards, client, link, token, card }),
    handIn,
    has: async (envelope) => (await store.get([envelope])).length > 0,
    deliver: delivery.deliver,
    startOver: () => {
      sealed = undefined;
      delivery.startOver();
    },
    stop: () => {
      stopping.abort();
      delivery.stop();
      store.close();
    },
  };
}
