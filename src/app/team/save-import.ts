import type { FormId } from '#instruments/form.ts';
import { historyCounts } from './history-counts.ts';
import type { ImportedRow } from './history-import.ts';
import type { OpenCentre } from './team-app.ts';

type Centre = Pick<OpenCentre, 'fieldValue' | 'enterHistory' | 'agreePosition' | 'resultsWork'>;

/** Saves the rows that a person has looked through and confirmed. Gives how to take it all back. */
export async function saveImport(
  centre: Centre,
  form: FormId,
  year: number,
  rows: readonly (ImportedRow & { readonly ok: true })[],
): Promise<() => Promise<void>> {
  const before = historyCounts(centre, form, year);
  const counts = rows.flatMap(({ item, values }) =>
    values.counts === undefined ? [] : [[item, values.counts] as const],
  );
  const shares = rows.flatMap(({ item, values }) =>
    values.share === undefined ? [] : [[item, values.share] as const],
  );
  const positions = rows.flatMap(({ item, values }) =>
    values.position === undefined ? [] : [{ item, position: values.position }],
  );
  if (counts.length > 0) {
    await centre.enterHistory(form, year, before.answered, Object.fromEntries(counts));
  }
  if (shares.length > 0) {
    await centre.resultsWork.enterShares(form, year, Object.fromEntries(shares));
  }
  for (const { item, position } of positions) await centre.agreePosition(year, item, position);
  return async () => {
    const old = counts.map(([item]) => [item, before.counts[item] ?? {}] as const);
    if (old.length > 0) {
      await centre.enterHistory(form, year, before.answered, Object.fromEntries(old));
    }
    const none = shares.map(([item]) => [item, null] as const);
    if (none.length > 0) {
      await centre.resultsWork.enterShares(form, year, Object.fromEntries(none));
    }
    for (const { item } of positions) {
      await centre.agreePosition(year, item, before.positions[item] ?? null);
    }
  };
}
