import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Bundles one script as the product is bundled, beside an empty page that loads it: `<folder>/<name>.html`. */
export async function bundlePage(source: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    worker: { format: 'es' },
    resolve: {
      alias: [{ find: /^dexie$/u, replacement: 'dexie/dist/modern/dexie.min.mjs' }],
    },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: source,
        output: { entryFileNames: `${name}.js`, minify: true },
      },
    },
  });
  const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="${name}.js"></script>`;
  await writeFile(join(folder, `${name}.html`), html);
}
