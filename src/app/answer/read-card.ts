import type { Card } from '#records/card.ts';

/**
 * Reads the text of a card that its link's hash has vouched for, so far as it takes to show the questions: the schema
 * library comes behind them, and open-desk.ts looks closely before anything is given. Undefined where it is no card of
 * this version.
 */
export function readCard(text: string): Card | undefined {
  try {
    const card = JSON.parse(text) as Partial<Card> | null;
    const lists = [card?.services, card?.questions];
    const isCard = card?.v === 1 && lists.every((list) => Array.isArray(list));
    return isCard && typeof card.voices === 'object' ? (card as Card) : undefined;
  } catch {
    return undefined;
  }
}
