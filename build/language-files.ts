import { readFileSync, writeFileSync } from 'node:fs';
import type { ModuleGraph } from './module-graph.ts';

/** What a phone needs of a language to show a parent the first question. */
const namespaces = ['answer', 'parents'];

/**
 * Tells the first screen's buttons the hashes of their language's files, so that first-script.js can ask for them at
 * the tap, or before it. Only the hashes: a whole name in the document would count as one of its own files.
 */
export function nameLanguageFiles(page: string, graph: ModuleGraph): void {
  const files = new Map(
    Object.values(graph.chunks).map(({ file, modules }) => [modules.join(' '), file]),
  );
  const html = readFileSync(page, 'utf8');
  const named = html.replaceAll(/data-language="(\w+)"/gu, (attribute, code: string) => {
    const hashes = namespaces.map((namespace) => {
      const file = files.get(`locales/${code}/${namespace}.json`) ?? '';
      const hash = new RegExp(`^assets/${namespace}-(.+)\\.js$`, 'u').exec(file)?.[1];
      if (hash === undefined) throw new Error(`no file of locales/${code}/${namespace}.json`);
      return hash;
    });
    return `${attribute} data-files="${hashes.join(' ')}"`;
  });
  writeFileSync(page, named);
}
