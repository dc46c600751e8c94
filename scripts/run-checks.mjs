/**
 * The one door to every check: `node scripts/run-checks.mjs verify` for what a change must pass before it is
 * shared, `… all` for that and the slow rings of tests. Runs them all, whatever fails, and ends with one line:
 * `N passed, N failed`, where every test counts as one and every other check as one. After the build there are two
 * lanes side by side, since the browser's tests mostly wait and the others compute; each line says which step it is of.
 *
 * Plain JavaScript, so that an old Node can read it far enough to say that it is too old.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const neededNode = 24;
const nameWidth = 10;
const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(join(tmpdir(), 'spegla-checks-'));

const checks = {
  build: { script: 'node_modules/vite/bin/vite.js', options: ['build'] },
  format: { script: 'node_modules/oxfmt/bin/oxfmt', options: ['--check'] },
  lint: { script: 'node_modules/oxlint/bin/oxlint', options: [] },
  types: { script: 'scripts/check-types.ts', options: [] },
  locales: { script: 'scripts/check-locales.ts', options: [] },
  unused: { script: 'node_modules/knip/bin/knip.js', options: ['--no-progress'] },
  size: { script: 'scripts/check-size.ts', options: [] },
};
const testRings = new Set(['unit', 'server', 'scenario', 'simulation', 'browser']);
/** Steps that follow one another. The build is before them all: the browser's tests and the sizes are of what it made. */
const lanes = {
  verify: [
    ['size', 'format', 'types', 'locales', 'unused'],
    ['lint', 'unit'],
  ],
  all: [
    ['size', 'browser'],
    ['format', 'lint', 'types', 'locales', 'unused', 'unit', 'server', 'scenario', 'simulation'],
  ],
};

/** Runs a script with this very Node; every line of its output begins with the step's name. Resolves with its exit code. */
function run(name, { script, options }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(repository, script), ...options], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // Whatever a check starts by the name of `node` is this Node too.
        PATH: dirname(process.execPath) + delimiter + (process.env.PATH ?? ''),
      },
    });
    for (const output of [child.stdout, child.stderr]) {
      createInterface({ input: output }).on('line', (line) => say(name, line));
    }
    child.on('error', (error) => {
      say(name, error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function say(name, line) {
  console.log(`${name.padEnd(nameWidth)} │ ${line}`);
}

/** What a run of tests came to. A file that could not be loaded, and a run that broke off, count as failed. */
function countTests(reportFile, exitCode) {
  let report;
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const unloaded = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + unloaded.length;
  const isSilentFailure = exitCode !== 0 && failed === 0;
  return { passed, failed: isSilentFailure || passed + failed === 0 ? failed + 1 : failed };
}

async function runTests(project) {
  const reportFile = join(reports, `${project}.json`);
  const options = [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ];
  const exitCode = await run(project, { script: 'node_modules/vitest/vitest.mjs', options });
  return countTests(reportFile, exitCode);
}

async function runCheck(name) {
  return (await run(name, checks[name])) === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

/** Runs one step, says how it went and how long it took, and gives its count on. */
async function runStep(name) {
  say(name, 'begins');
  const started = performance.now();
  const count = await (testRings.has(name) ? runTests(name) : runCheck(name));
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const tests = testRings.has(name) ? ` (${count.passed} of ${count.passed + count.failed})` : '';
  const line = `${count.failed === 0 ? '✓' : '✗'} ${name} ${seconds} s${tests}`;
  say(name, line);
  return { ...count, line };
}

async function runLane(names) {
  const results = [];
  for (const name of names) results.push(await runStep(name));
  return results;
}

async function main(ringName) {
  const sideBySide = lanes[ringName];
  if (sideBySide === undefined) {
    console.error(`usage: node scripts/run-checks.mjs ${Object.keys(lanes).join('|')}`);
    return 2;
  }
  const started = performance.now();
  const built = await runStep('build');
  const results = [built, ...(await Promise.all(sideBySide.map(runLane))).flat()];

  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${results.map((result) => result.line).join('\n')}\n`);
  console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

if (Number(process.versions.node.split('.')[0]) < neededNode) {
  console.error(
    `Spegla needs Node ${neededNode} or newer, and this is ${process.version}; run npm ci.`,
  );
  process.exitCode = 1;
} else {
  process.exitCode = await main(process.argv[2] ?? 'verify');
}
rmSync(reports, { recursive: true, force: true });
