import { relative } from 'node:path';
import type { Rolldown } from 'vite';

/** One emitted script: the source modules in it, and the files it brings. Paths from the root of the repo or of dist. */
export interface ChunkNode {
  readonly file: string;
  readonly modules: readonly string[];
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly styles: readonly string[];
}

/** dist/.vite/<page>-modules.json: which source modules a page's scripts hold. Tests and budgets read it. */
export interface ModuleGraph {
  /** The page's first script. */
  readonly entry: string;
  readonly chunks: Readonly<Record<string, ChunkNode>>;
}

/** Takes the module graph out of a finished bundle. */
export function moduleGraph(bundle: Rolldown.OutputBundle, root: string): ModuleGraph {
  const chunks: Record<string, ChunkNode> = {};
  let entry = '';
  for (const output of Object.values(bundle)) {
    if (output.type !== 'chunk') continue;
    chunks[output.fileName] = {
      file: output.fileName,
      modules: output.moduleIds.map((id) => relative(root, id.replace(/^\0/u, ''))),
      imports: output.imports,
      dynamicImports: output.dynamicImports,
      styles: [...(output.viteMetadata?.importedCss ?? [])],
    };
    if (output.isEntry) entry = output.fileName;
  }
  return { entry, chunks };
}

/** The module by which the code that seals, keeps and sends is known: it comes behind the questions. */
export const deskModule = 'src/app/answer/open-desk.ts';

/** The scripts and styles without which nobody can hand in; texts come beside them, in one language. */
export function neededFiles(graph: ModuleGraph): string[] {
  return reachableFiles(graph, (file) => graph.chunks[file]?.modules.includes(deskModule) ?? false);
}

/** Every file that the page can reach: scripts and styles, statically or (where `dynamic` says so) on demand. */
export function reachableFiles(
  graph: ModuleGraph,
  dynamic: (file: string) => boolean = () => true,
): string[] {
  const found = new Set<string>();
  const queue = [graph.entry];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    const chunk = graph.chunks[file];
    if (chunk === undefined || found.has(file)) continue;
    found.add(file);
    for (const style of chunk.styles) found.add(style);
    queue.push(...chunk.imports, ...chunk.dynamicImports.filter(dynamic));
  }
  return [...found];
}
