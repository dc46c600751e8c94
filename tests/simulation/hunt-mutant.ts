import type { Mutant } from './mutants.ts';
import { simulate } from './simulate-apart.ts';

/** Which seed found a mutant out, and by which promise; null where none of them did. */
export interface Catch {
  readonly seed: number;
  readonly promise: string;
}

/** Lives through small worlds with a mutant in them, from `from` on, until one breaks a promise. */
export async function huntMutant(
  mutant: Mutant,
  from: number,
  seeds: number,
): Promise<Catch | null> {
  const worlds = ['--json', '--small', ...(mutant.isUnannounced ? ['--unannounced'] : [])];
  const planted = [...worlds, `--mutant=${mutant.name}`];
  const end = from + seeds;
  for (let next = from; next < end;) {
    const lines = await simulate([...planted, `--from=${next}`, `--seeds=${end - next}`]);
    const last = lines.at(-1);
    if (last === undefined || last.broken === null) return null;
    const found = { seed: last.seed, promise: last.broken.promise };
    if (mutant.isUnannounced === undefined) return found;
    const [plain] = await simulate([...worlds, `--seed=${last.seed}`]);
    if (plain?.broken === null) return found;
    next = last.seed + 1;
  }
  return null;
}
