import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { neededFiles, reachableFiles, type ModuleGraph } from './module-graph.ts';

/** One file that a worker keeps; a hashed name needs no revision. */
interface PrecacheEntry {
  readonly url: string;
  readonly revision: string | null;
}

const hashedName = /^assets\/.+-[\w-]{8}\.\w+$/u;
// Asked for by the browser or the server, not by a page that is offline.
const neverKept = /(?:\.map|\.br|csp\.json|sw\.js)$/u;

function allFiles(outDir: string): string[] {
  return readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.vite'))
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)))
    .filter((file) => !neverKept.test(file))
    .sort();
}

function precacheEntry(outDir: string, file: string): PrecacheEntry {
  if (hashedName.test(file)) return { url: file, revision: null };
  const content = readFileSync(join(outDir, file));
  return { url: file, revision: createHash('sha256').update(content).digest('hex').slice(0, 16) };
}

/** Workers stand at the root, unhashed and whole: a worker's address is its identity. */
async function buildWorker(
  root: string,
  outDir: string,
  worker: {
    readonly source: string;
    readonly file: string;
    readonly keeps: unknown;
    /** What the page cannot do without. */
    readonly needs?: readonly string[];
    /** Changes whenever what is kept does, also where no file name does. */
    readonly revision?: string;
  },
): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      'self.__PRECACHE': JSON.stringify(worker.keeps),
      'self.__NEEDED': JSON.stringify(worker.needs ?? []),
      'self.__REVISION': JSON.stringify(worker.revision ?? ''),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: join(root, worker.source),
        output: { format: 'iife', entryFileNames: worker.file, minify: true },
      },
    },
  });
}

/** Builds /answer-sw.js, which knows the files of the answering page and no others. */
export async function buildAnswerWorker(
  root: string,
  outDir: string,
  answer: ModuleGraph,
): Promise<void> {
  await buildWorker(root, outDir, {
    source: 'src/sw/answer-sw.ts',
    file: 'answer-sw.js',
    keeps: reachableFiles(answer).sort(),
    needs: neededFiles(answer).sort(),
    revision: precacheEntry(outDir, 'answer.html').revision ?? '',
  });
}

/** Builds /sw.js, which keeps all of dist/ but what only the answering page needs. */
export async function buildTeamWorker(
  root: string,
  outDir: string,
  graphs: { readonly team: ModuleGraph; readonly answer: ModuleGraph },
): Promise<void> {
  const team = new Set(reachableFiles(graphs.team));
  const answerOnly = new Set(reachableFiles(graphs.answer).filter((file) => !team.has(file)));
  const files = allFiles(outDir).filter((file) => file !== 'answer.html' && !answerOnly.has(file));
  await buildWorker(root, outDir, {
    source: 'src/sw/sw.ts',
    file: 'sw.js',
    keeps: files.map((file) => precacheEntry(outDir, file)),
  });
}
