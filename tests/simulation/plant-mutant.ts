import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutants } from './mutants.ts';

const repository = join(import.meta.dirname, '..', '..');

/** Plants a mutant into whatever is loaded from now on. Throws there, where its place is not found exactly once. */
export function plantMutant(name: string): void {
  const mutant = mutants.find((one) => one.name === name);
  if (mutant === undefined) throw new Error(`no mutant is called: ${name}`);
  const target = pathToFileURL(join(repository, mutant.file)).href;
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (url !== target) return loaded;
      const { source } = loaded;
      if (source === undefined || typeof source === 'string') throw new Error('no bytes came');
      return { ...loaded, source: mutate(new TextDecoder().decode(source), mutant) };
    },
  });
}

/** The text with the mutant in it. */
export function mutate(
  text: string,
  { name, file, find, replace }: (typeof mutants)[number],
): string {
  const pieces = text.split(find);
  if (pieces.length !== 2) {
    throw new Error(
      `“${name}” finds its place ${pieces.length - 1} times in ${file}: give it a new one`,
    );
  }
  return pieces.join(replace);
}
