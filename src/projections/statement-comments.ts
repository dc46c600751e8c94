import { roundsShown } from './answer-steps.ts';
import type { Ledger } from './ledger.ts';
import { shownTextIds } from './step-lists.ts';
import type { RoundView } from './views.ts';

/**
 * What colleagues wrote at the statements, by item, in the order of the texts' random ids: shuffled, the same on every
 * device, and another order at every statement, so that no two comments can be laid to one hand by their places.
 * Nothing before its round is revealed; what came later waits, as its writer's marks do.
 */
export function statementComments(
  ledger: Ledger,
  rounds: readonly RoundView[],
): ReadonlyMap<string, readonly string[]> {
  const byItem = new Map<string, string[]>();
  for (const { id } of roundsShown(ledger, rounds).filter(({ revealed }) => revealed)) {
    const seen = shownTextIds(ledger.book, id);
    const ids = ledger.textIds.get(id) ?? [];
    for (const [at, { form, item, text }] of (ledger.texts.get(id) ?? []).entries()) {
      if (form !== 'reflection' || seen?.has(ids[at] ?? '') === false) continue;
      const list = byItem.get(item) ?? [];
      list.push(text);
      byItem.set(item, list);
    }
  }
  return byItem;
}
