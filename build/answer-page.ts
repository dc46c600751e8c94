import { join } from 'node:path';
import { build, mergeConfig, type Plugin } from 'vite';
import { chunkOrder } from './chunk-order.ts';
import { firstScreen } from './first-screen.ts';
import { deskModule, moduleGraph, type ModuleGraph } from './module-graph.ts';
import { pageConfig } from './page-config.ts';
import { smallPreload } from './small-preload.ts';
import { nameLanguageFiles } from './language-files.ts';
import { stylesLast } from './styles-last.ts';

/** What comes behind the questions in one file: what seals, keeps and sends, and the screens after the last question. */
const behind = [
  deskModule,
  'src/ui/answer/review/review-screen.tsx',
  'src/ui/answer/thanks/thanks-screen.tsx',
];

/** Builds answer.html into `outDir`, beside what is there, and tells what its scripts are made of. */
export async function buildAnswerPage(
  root: string,
  outDir: string,
  extra: readonly Plugin[] = [],
): Promise<ModuleGraph> {
  let graph: ModuleGraph | undefined;
  const order = chunkOrder(root, behind);
  const readGraph: Plugin = {
    name: 'spegla-answer-graph',
    generateBundle(_options, bundle) {
      graph = moduleGraph(bundle, root);
    },
  };
  await build(
    mergeConfig(pageConfig, {
      root,
      configFile: false,
      logLevel: 'warn',
      // The page that is served, whoever builds it: vitest, too.
      define: { 'import.meta.env.DEV': 'false', 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: join(root, 'answer.html'),
          output: {
            // Nobody reads the console of a parent's phone: the libraries' warnings need not travel.
            minify: { compress: { dropConsole: true }, mangle: true, codegen: true },
            codeSplitting: {
              groups: [
                { name: 'answer', test: order.isFirst, priority: 2 },
                { name: 'behind', test: order.isBehind, priority: 1 },
              ],
            },
          },
        },
      },
      plugins: [...extra, firstScreen(), smallPreload(), order.plugin, readGraph],
    }),
  );
  if (graph === undefined) throw new Error('the answering page was not built');
  stylesLast(join(outDir, 'answer.html'));
  nameLanguageFiles(join(outDir, 'answer.html'), graph);
  return graph;
}
