import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { huntMutant } from './hunt-mutant.ts';
import { mutants } from './mutants.ts';
import { mutate } from './plant-mutant.ts';

const repository = join(import.meta.dirname, '..', '..');
/** A mutant that outlives so many small worlds is a hole in the simulation. */
const budget = 60;

it('plants every mutant in one place that is there', () => {
  for (const mutant of mutants) {
    const text = readFileSync(join(repository, mutant.file), 'utf8');
    expect(mutate(text, mutant)).not.toBe(text);
  }
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

it.each(mutants)('finds out when $name', async (mutant) => {
  // The seed that found it out before mostly does so again.
  const found = (await huntMutant(mutant, mutant.seed, 1)) ?? (await huntMutant(mutant, 1, budget));
  expect(found?.promise).toBeTypeOf('string');
});
