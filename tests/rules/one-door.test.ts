import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '../../src');

/** Who may read marks one by one: what suppresses them, what counts heads only, and what keeps them. */
const readers = [
  'app/team', // Keeps and hands over answers; shows none.
  'commands/purge-rounds.ts', // How many there were.
  'projections/answer-steps.ts',
  'projections/counted-answers.ts',
  'projections/ledger.ts',
  'projections/round-views.ts', // How many there are.
];
/** Who may have the answers that these give. */
const suppressors = [
  'commands/take-step.ts', // How many there are, before a reveal.
  'projections/answer-steps.ts',
  'projections/board-view.ts', // The team's own, after its reveal.
  'projections/breakdown.ts',
  'projections/counted-answers.ts',
  'projections/own-questions.ts', // The centre's own questions, suppressed where they are counted.
  'projections/suppressed-year.ts',
];

function filesWith(pattern: RegExp): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .filter((path) => pattern.test(readFileSync(join(source, path), 'utf8')))
    .map((path) => path.replaceAll('\\', '/'));
}

test('only the folds that suppress read what single persons marked', () => {
  const strangers = filesWith(/\bmarks\.get\(|\.marks\.values\(/u).filter(
    (path) => !readers.some((one) => path.startsWith(one)) && !isLocalMap(path),
  );
  expect(strangers).toEqual([]);
});

test('nobody else takes answers from them', () => {
  const strangers = filesWith(/\b(?:countedAnswers|answerSteps)\(/u).filter(
    (path) => !suppressors.includes(path),
  );
  expect(strangers).toEqual([]);
});

/** A file may call a map of its own `marks`; what counts is the ledger's. */
function isLocalMap(path: string): boolean {
  return !/ledger(?:\.value)?\.marks|\{[^}]*\bmarks\b[^}]*\}: Ledger/u.test(
    readFileSync(join(source, path), 'utf8'),
  );
}
