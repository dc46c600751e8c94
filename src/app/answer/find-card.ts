import { openCard } from '#crypto/purposes.ts';
import { parseCard, type Card } from '#records/card.ts';
import type { AnswerLink } from '#records/links.ts';
import type { CardRow, CardStore } from '#store/card-store.ts';
import type { AnswerClient } from '#sync/answer-client.ts';

/** A card that the link vouches for, with the dates as last heard. */
export interface FoundCard {
  readonly card: Card;
  readonly opens: string;
  readonly closes: string;
}

export type CardSearch =
  | { readonly ok: true; readonly found: FoundCard }
  | { readonly ok: false; readonly why: 'unreachable' | 'unknownRound' | 'cardRefused' };

/** The card kept from an earlier visit, if there is one that the link vouches for. */
export async function keptCard(cards: CardStore, link: AnswerLink): Promise<FoundCard | undefined> {
  const row = await cards.card(link.round);
  return row === undefined ? undefined : openRow(row, link);
}

/** Asks the mailbox for the card and today's dates, and keeps them for a visit without a network. */
export async function fetchedCard(
  cards: CardStore,
  client: AnswerClient,
  link: AnswerLink,
  token: string,
): Promise<CardSearch> {
  const reply = await client.roundCard(token, link.round);
  if (!reply.ok) {
    const unknown = ['unauthorized', 'notFound', 'gone', 'forbidden'].includes(reply.code);
    return { ok: false, why: unknown ? 'unknownRound' : 'unreachable' };
  }
  const { card, opens, closes } = reply.value;
  const row = { round: link.round, sealedCard: card, opens, closes };
  const found = await openRow(row, link);
  if (found === undefined) return { ok: false, why: 'cardRefused' };
  await cards.keep(row);
  return { ok: true, found };
}

async function openRow(row: CardRow, link: AnswerLink): Promise<FoundCard | undefined> {
  const text = await openCard(link, row.sealedCard);
  const card = text === undefined ? undefined : parseCard(text);
  if (card === undefined || card.round !== link.round) return undefined;
  return { card, opens: row.opens, closes: row.closes };
}
