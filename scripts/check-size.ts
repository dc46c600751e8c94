/**
 * Weighs what a parent's phone fetches, as it travels (brotli): `node scripts/check-size.ts` reads
 * dist/, prints a table and exits 1 when a budget is broken.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskModule, reachableFiles, type ModuleGraph } from '../build/module-graph.ts';
import { brotli } from '../build/precompress.ts';

const kibibyte = 1024;
const maxDocumentBytes = 14 * kibibyte;
const maxQuestionBytes = 36 * kibibyte;
const maxPathBytes = 60 * kibibyte;

const dist = join(import.meta.dirname, '..', 'dist');
const graph = JSON.parse(
  readFileSync(join(dist, '.vite', 'answer-modules.json'), 'utf8'),
) as ModuleGraph;

const modulesOf = (file: string): readonly string[] => graph.chunks[file]?.modules ?? [];

// On the parents' path in Swedish: the page's own texts and the form's, nothing of tablet or team.
function isText(file: string): boolean {
  return modulesOf(file).some((id) => /^locales\/sv\/(?:answer|parents)\.json$/u.test(id));
}

// What comes while the first questions are read: it seals, keeps and sends.
function isBehind(file: string): boolean {
  return modulesOf(file).includes(deskModule);
}

function weigh(file: string): { readonly file: string; readonly bytes: number } {
  return { file, bytes: brotli(readFileSync(join(dist, file))).byteLength };
}

const document = weigh('answer.html');
const first = reachableFiles(graph, isText);
const rest = reachableFiles(graph, (file) => isText(file) || isBehind(file)).filter(
  (file) => !first.includes(file),
);
if (rest.length === 0)
  throw new Error('nothing comes behind the questions: is dist/ of this code?');
const before = [document, ...first.map(weigh)];
const path = [...before, ...rest.map(weigh), weigh('answer-sw.js')];
const sum = (files: typeof path): number => files.reduce((total, { bytes }) => total + bytes, 0);

const kib = (bytes: number): string => `${(bytes / kibibyte).toFixed(2).padStart(7)} KiB`;
for (const { file, bytes } of path) console.log(`${kib(bytes)}  ${file}`);

const budgets = [
  ['before the first screen can be tapped', document.bytes, maxDocumentBytes],
  ['before the first question can be tapped', sum(before), maxQuestionBytes],
  ['everything until a survey is handed in', sum(path), maxPathBytes],
] as const;
for (const [what, bytes, max] of budgets) {
  console.log(`${kib(bytes)} of ${kib(max)}  ${what}`);
  if (bytes <= max) continue;
  console.error(`check-size: ${what}: ${bytes - max} bytes too many`);
  process.exitCode = 1;
}
