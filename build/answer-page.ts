import { join } from 'node:path';
import { build, mergeConfig, type Plugin } from 'vite';
import { firstScreen } from './first-screen.ts';
import { moduleGraph, type ModuleGraph } from './module-graph.ts';
import { pageConfig } from './page-config.ts';
import { smallPreload } from './small-preload.ts';
import { stylesLast } from './styles-last.ts';

// Fetched only where they are met; everything else of the page travels in one file.
const onDemand = /\/locales\/|\/ui\/answer\/(?:child|reflection|tablet)\//u;

/** Builds answer.html into `outDir`, beside what is there, and tells what its scripts are made of. */
export async function buildAnswerPage(
  root: string,
  outDir: string,
  extra: readonly Plugin[] = [],
): Promise<ModuleGraph> {
  let graph: ModuleGraph | undefined;
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
              groups: [{ name: 'answer', test: (id: string) => !onDemand.test(id) }],
            },
          },
        },
      },
      plugins: [...extra, firstScreen(), smallPreload(), readGraph],
    }),
  );
  if (graph === undefined) throw new Error('the answering page was not built');
  stylesLast(join(outDir, 'answer.html'));
  return graph;
}
