import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { precompress } from '../../build/precompress.ts';
import { plainPage } from './plain-page.ts';
import type { BenchForm } from './questions.ts';

const root = join(import.meta.dirname, '../..');

/** A page that loads one bundled script and its style sheets, as Vite writes one. */
function pageOf({ title }: BenchForm, output: Rolldown.RolldownOutput['output']): string {
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css'));
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  if (entry?.type !== 'chunk') throw new Error('nothing was bundled');
  return [
    '<!doctype html><html lang="sv"><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="icon" href="data:,"><title>${title}</title>`,
    `<script type="module" src="${entry.fileName}"></script>`,
    ...entry.imports.map((file) => `<link rel="modulepreload" href="${file}">`),
    ...styles.map(({ fileName }) => `<link rel="stylesheet" href="${fileName}">`),
    '<body><div id="survey"></div>',
  ].join('');
}

async function bundlePeer(form: BenchForm, folder: string, name: string): Promise<void> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', benchForm: JSON.stringify(form) },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, `bench/peers/${name}.ts`) },
    },
  });
  const [result = built] = Array.isArray(built) ? built : [];
  if (!('output' in result)) throw new Error(`${name} was not built`);
  await writeFile(join(folder, `${name}.html`), pageOf(form, result.output));
}

/** Bundles the peers for production into `folder`, one page each, and compresses them as ours is. */
export async function buildPeers(
  form: BenchForm,
  folder: string,
  foreign: readonly string[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'plain.html'), plainPage(form));
  for (const name of foreign) await bundlePeer(form, folder, name);
  precompress(folder);
}
