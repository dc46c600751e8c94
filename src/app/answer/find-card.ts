import { openCard } from '#crypto/purposes.ts';
import { linkPaths } from '#protocol/link-paths.ts';
import type { Card } from '#records/card.ts';
import type { AnswerLink } from '#records/links.ts';
import type { CardRow } from '#store/card-store.ts';
import type { Fetch } from '#sync/mailbox-request.ts';
import { readCard } from './read-card.ts';

/** A card that the link vouches for, with the dates as last heard, and the row to keep for a visit without a network. */
export interface FoundCard {
  readonly card: Card;
  readonly opens: string;
  readonly closes: string;
  readonly row: CardRow;
}

export type CardSearch =
  | { readonly ok: true; readonly found: FoundCard }
  | { readonly ok: false; readonly why: 'unreachable' | 'unknownRound' | 'cardRefused' };

const timeoutMs = 60_000;
/** The mailbox says that it has no such round, or none for this link. */
const unknownStatuses: readonly number[] = [401, 403, 404, 410];

/**
 * Asks the mailbox for the card and today's dates. Without the wire's schemas, which come behind the questions: the
 * link's hash says whether it is the card, and days are compared as text.
 */
export async function fetchedCard(
  fetch: Fetch,
  origin: string,
  link: AnswerLink,
  token: string,
): Promise<CardSearch> {
  let reply: Partial<Record<'card' | 'opens' | 'closes', unknown>>;
  try {
    const response = await fetch(origin + linkPaths.card(link.round), {
      headers: { authorization: `Bearer ${token}` },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      const isUnknown = unknownStatuses.includes(response.status);
      return { ok: false, why: isUnknown ? 'unknownRound' : 'unreachable' };
    }
    reply = (await response.json()) as typeof reply;
  } catch {
    return { ok: false, why: 'unreachable' };
  }
  const { card, opens, closes } = reply;
  if (typeof card !== 'string' || typeof opens !== 'string' || typeof closes !== 'string') {
    return { ok: false, why: 'unreachable' }; // Whoever answered is no mailbox.
  }
  const found = await openRow({ round: link.round, sealedCard: card, opens, closes }, link);
  return found === undefined ? { ok: false, why: 'cardRefused' } : { ok: true, found };
}

/** Opens a card that was kept or fetched; undefined where the link does not vouch for it. */
export async function openRow(row: CardRow, link: AnswerLink): Promise<FoundCard | undefined> {
  const text = await openCard(link, row.sealedCard);
  const card = text === undefined ? undefined : readCard(text);
  if (card === undefined || card.round !== link.round) return undefined;
  return { card, opens: row.opens, closes: row.closes, row };
}
