import type { Ledger } from './ledger.ts';
import type { RoundView } from './views.ts';

/**
 * What colleagues wrote at the statements, by item, in the order of the texts' random ids: shuffled, the same on every
 * device, and another order at every statement, so that no two comments can be laid to one hand by their places.
 * Nothing at all until the rounds are revealed.
 */
export function statementComments(
  ledger: Ledger,
  rounds: readonly RoundView[],
  revealed: boolean,
): ReadonlyMap<string, readonly string[]> {
  const byItem = new Map<string, string[]>();
  if (!revealed) return byItem;
  for (const { id } of rounds) {
    for (const { form, item, text } of ledger.texts.get(id) ?? []) {
      if (form !== 'reflection') continue;
      const list = byItem.get(item) ?? [];
      list.push(text);
      byItem.set(item, list);
    }
  }
  return byItem;
}
