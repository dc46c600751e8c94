import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAnswerPage } from '../../build/answer-page.ts';
import { reachableFiles, type ModuleGraph } from '../../build/module-graph.ts';

const never = [
  'i18next',
  'chart.js',
  'workbox',
  'wouter',
  'uqr',
  'fontsource',
  'src/app/team/',
  'src/ui/team/',
  'src/ui/charts/',
  'src/report/',
  'src/store/key-store.ts',
  'node_modules/dexie/',
];

describe("the answering page's bundle", () => {
  let folder: string;
  let graph: ModuleGraph;
  let modules: readonly string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spegla-answer-'));
    graph = await buildAnswerPage(join(import.meta.dirname, '..', '..'), folder);
    modules = reachableFiles(graph).flatMap((file) => graph.chunks[file]?.modules ?? []);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is read whole: it holds the app, the store and the sealing', () => {
    for (const part of [
      'src/ui/answer/main.tsx',
      'src/store/answer-store.ts',
      'src/crypto/hpke.ts',
    ]) {
      expect(modules).toContain(part);
    }
  });

  test.each(never)('holds nothing of %s', (part) => {
    expect(modules.filter((id) => id.includes(part))).toEqual([]);
  });

  test('shows the questions before the sealing, the store and the schema library have come', () => {
    const before = reachableFiles(graph, () => false);
    const first = before.flatMap((file) => graph.chunks[file]?.modules ?? []);
    expect(first).toContain('src/ui/answer/question/scale-question.tsx');
    for (const part of ['/hpke/', '/valibot/', 'src/store/answer-store.ts', 'src/sync/']) {
      expect(first.filter((id) => id.includes(part))).toEqual([]);
    }
  });

  test('fetches one language of one form at a time', () => {
    const texts = Object.values(graph.chunks).map((chunk) =>
      chunk.modules.filter((id) => id.startsWith('locales/')),
    );
    expect(texts.flat().length).toBeGreaterThan(0);
    for (const inOneChunk of texts) expect(inOneChunk.length).toBeLessThanOrEqual(1);
  });

  test('fetches no text before a language is chosen', () => {
    const first = reachableFiles(graph, () => false);
    const texts = first.flatMap((file) => graph.chunks[file]?.modules ?? []);
    expect(texts.filter((id) => id.startsWith('locales/'))).toEqual([]);
  });
});
