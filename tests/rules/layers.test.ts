import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layers } from '../../lint/layers.ts';
import { cleanFiles, faults, packages } from './layer-faults.ts';

const repository = join(import.meta.dirname, '..', '..');
const layerRules = /no-restricted-(?:imports|globals|properties)/;
let folder: string;
/** By file, relative to the planted sources, the layer rules that it broke. */
let found: Map<string, Set<string>>;

const faultFile = (at: number) => `src/${faults[at]?.layer}/planted/fault-${at}.ts`;

interface LintReport {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

async function plant(file: string, source: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), source);
}

/** Runs the linter of the repository over the planted files, with the repository's own config. */
async function lint(): Promise<LintReport> {
  const oxlint = join(repository, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const child = spawn(process.execPath, [oxlint, '--format=json'], { cwd: folder });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  return JSON.parse(output);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spegla-layers-'));
  const config = JSON.stringify(pathToFileURL(join(repository, 'oxlint.config.ts')).href);
  // No layer rule needs types, and the planted modules do not exist.
  await writeFile(
    join(folder, 'oxlint.config.ts'),
    `import config from ${config};\nexport default { ...config, options: {} };\n`,
  );
  await Promise.all([
    ...faults.map(({ source }, at) => plant(faultFile(at), source)),
    ...cleanFiles.map(({ layer, source }) => plant(`src/${layer}/clean.ts`, source)),
  ]);
  found = new Map();
  for (const { code, filename } of (await lint()).diagnostics) {
    const rule = layerRules.exec(code)?.[0];
    if (rule !== undefined) found.set(filename, (found.get(filename) ?? new Set()).add(rule));
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(layers)('src/$folder', ({ folder: layer }) => {
  test.each([
    'no-restricted-imports',
    'no-restricted-globals',
    'no-restricted-properties',
  ] as const)('cannot break %s unseen', (rule) => {
    const planted = faults
      .map((fault, at) => ({ ...fault, file: faultFile(at) }))
      .filter((fault) => fault.layer === layer && fault.rule === rule);
    expect(planted.length).toBeGreaterThan(0);
    const unseen = planted.filter(({ file }) => found.get(file)?.has(rule) !== true);
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });

  test('is blamed for nothing else', () => {
    const blamed = faults.filter((fault, at) => {
      const rules = [...(found.get(faultFile(at)) ?? [])];
      return fault.layer === layer && rules.some((rule) => rule !== fault.rule);
    });
    expect(blamed.map(({ name }) => name)).toEqual([]);
  });

  test('may import all that its row allows', () => {
    expect([...(found.get(`src/${layer}/clean.ts`) ?? [])]).toEqual([]);
  });
});

describe('the layer table', () => {
  test('has a row for every file of src, and one only', () => {
    const files = globSync('src/**/*.{ts,tsx}', { cwd: repository });
    expect(files.length).toBeGreaterThan(0);
    const astray = files.filter(
      (file) => layers.filter((row) => file.startsWith(`src/${row.folder}/`)).length !== 1,
    );
    expect(astray).toEqual([]);
  });

  test('has no row for a folder that is not there', () => {
    const missing = layers.filter((row) => !existsSync(join(repository, 'src', row.folder)));
    expect(missing.map((row) => row.folder)).toEqual([]);
  });

  test('allows only rows and packages that exist', () => {
    const folders = layers.map((row) => row.folder);
    for (const row of layers) {
      expect(folders).toEqual(expect.arrayContaining([...row.layers]));
      expect([...packages, 'node:*']).toEqual(expect.arrayContaining([...row.packages]));
    }
  });

  test('lets no two folders need each other, at any distance', () => {
    const reachable = (from: string, seen: Set<string> = new Set()): Set<string> => {
      for (const next of layers.find((row) => row.folder === from)?.layers ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        reachable(next, seen);
      }
      return seen;
    };
    const circular = layers.filter((row) => reachable(row.folder).has(row.folder));
    expect(circular.map((row) => row.folder)).toEqual([]);
  });

  test('gives the server nothing of ours but the protocol', () => {
    expect(layers.find((row) => row.folder === 'server')?.layers).toEqual(['protocol']);
  });
});
