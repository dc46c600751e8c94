import { effect } from '@preact/signals';
import { parseCard } from '#records/card.ts';
import type { CardStore } from '#store/card-store.ts';
import type { CentreSession } from './centre-session.ts';

/**
 * Gives the answering page of this device the recordings of every round that can still be answered, also of those that
 * were opened elsewhere: a kiosk here then plays them without a network. Returns the way to stop.
 */
export function followRoundVoices(session: CentreSession, cards: CardStore): () => void {
  const { ledger, reading, store } = session;
  const done = new Set<string>();

  async function keep(round: string, ids: readonly string[]): Promise<void> {
    const missing: string[] = [];
    for (const id of ids) if ((await cards.voice(id)) === undefined) missing.push(id);
    const found = (await store.get(missing)).filter(
      (envelope) => envelope.kind === 'voice' && envelope.round === round,
    );
    await cards.keepVoices(found.map(({ id, sealed }) => ({ id, round, sealed })));
    if (found.length === missing.length) done.add(round);
  }

  return effect(() => {
    // The envelopes are no records: they may come after the round's own, and only the reading tells.
    void reading.value;
    for (const [round, { card }] of ledger.value.roundKeys) {
      if (done.has(round) || ledger.value.facts.get(round)?.has('closed') === true) continue;
      const named = Object.values(parseCard(card)?.voices ?? {});
      const ids = named.map((each) => each.split('.', 1)[0] ?? '');
      if (ids.length === 0) done.add(round);
      else keep(round, ids).catch(() => undefined);
    }
  });
}
