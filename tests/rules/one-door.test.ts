import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '../../src');

/** Who may read rounds of answers: what places and counts them, what counts heads only, and what keeps them. */
const readers = [
  'projections/answer-rows.ts',
  'projections/answer-steps.ts',
  'projections/counted-answers.ts',
  'projections/folding.ts',
  'projections/place-counts.ts',
  'projections/round-answers.ts',
  'projections/round-views.ts', // How many there are.
];
/** Who may have the counts and answers that these give. */
const suppressors = [
  'projections/answer-steps.ts',
  'projections/breakdown.ts',
  'projections/counted-answers.ts',
  'projections/own-questions.ts', // The centre's own questions, suppressed where they are counted.
  'projections/round-answers.ts',
  'projections/step-counts.ts', // By step, for those above.
  'projections/suppressed-year.ts',
];

function filesWith(pattern: RegExp): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .filter((path) => pattern.test(readFileSync(join(source, path), 'utf8')))
    .map((path) => path.replaceAll('\\', '/'));
}

test('only the folds that suppress read what a round counted', () => {
  const strangers = filesWith(
    /\banswers\.get\(|\.answers\.values\(|answer-rows\.ts'|place-counts\.ts'/u,
  )
    .filter((path) =>
      /^(?:projections|commands|report|ui\/team|ui\/charts|app\/team)\//u.test(path),
    )
    .filter((path) => !readers.includes(path) && !isLocalMap(path));
  expect(strangers).toEqual([]);
});

test('nobody else takes counts or answers from them', () => {
  const pattern =
    /\b(?:answerSteps|answersIn|answersOfStep|answersAt|standingAnswers|marksAnswers|tallyOfCells)\(/u;
  const strangers = filesWith(pattern).filter(
    (path) => !suppressors.includes(path) && path !== 'projections/counting-plan.ts',
  );
  expect(strangers).toEqual([]);
});

/** A file may call a map of its own `answers`; what counts is the ledger's. */
function isLocalMap(path: string): boolean {
  return !/ledger(?:\.value)?\.answers|\{[^}]*\banswers\b[^}]*\}: Ledger/u.test(
    readFileSync(join(source, path), 'utf8'),
  );
}
