import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { buildAnswerPage } from '../../../build/answer-page.ts';
import { addContentSecurity } from '../../../build/content-security.ts';
import { buildAnswerWorker } from '../../../build/workers.ts';

const fake = fileURLToPath(new URL('./fake-answer-app.ts', import.meta.url));
const faked = ['#app/answer/create-answer-app.ts', '#app/answer/browser-deps.ts'];

/** Builds the real answering page around fake-answer-app.ts, so that every state can be looked at. */
export async function buildWithFake(root: string, outDir: string): Promise<void> {
  const plugin: Plugin = {
    name: 'fake-answer-app',
    enforce: 'pre',
    resolveId: (id) => (faked.includes(id) ? fake : undefined),
  };
  const graph = await buildAnswerPage(root, outDir, [plugin]);
  addContentSecurity(outDir, '');
  await buildAnswerWorker(root, outDir, graph);
}
