import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { buildAnswerPage } from './answer-page.ts';
import { addContentSecurity } from './content-security.ts';
import { moduleGraph, type ModuleGraph } from './module-graph.ts';
import { precompress } from './precompress.ts';
import { buildAnswerWorker, buildTeamWorker } from './workers.ts';

function writeGraph(outDir: string, page: string, graph: ModuleGraph): void {
  mkdirSync(join(outDir, '.vite'), { recursive: true });
  writeFileSync(join(outDir, '.vite', `${page}-modules.json`), JSON.stringify(graph, null, 1));
}

/**
 * The order in which dist/ becomes what is served: the answering page is built beside the team's,
 * both pages' final bytes are hashed into their policies, the workers learn the final files, and
 * everything is compressed. dist/.vite/*-modules.json tells what each page is made of.
 */
export function finishDist(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'spegla-finish-dist',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const team = moduleGraph(bundle, root);
        const answer = await buildAnswerPage(root, outDir);
        writeGraph(outDir, 'team', team);
        writeGraph(outDir, 'answer', answer);
        addContentSecurity(outDir, process.env['SPEGLA_CONNECT'] ?? '');
        await buildAnswerWorker(root, outDir, answer);
        await buildTeamWorker(root, outDir, { team, answer });
        precompress(outDir);
      },
    },
  };
}
