/**
 * The one door to every check: `node scripts/run-checks.mjs verify` for what a change must pass before it is
 * shared, `… all` for that and the slow rings of tests. Runs them all, whatever fails, and ends with one line:
 * `N passed, N failed`, where every test counts as one and every other check as one.
 *
 * Plain JavaScript, so that an old Node can read it far enough to say that it is too old.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const neededNode = 24;
const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(join(tmpdir(), 'spegla-checks-'));

const verifyChecks = [
  { name: 'format', script: 'node_modules/oxfmt/bin/oxfmt', options: ['--check'] },
  { name: 'lint', script: 'node_modules/oxlint/bin/oxlint', options: [] },
  { name: 'types', script: 'scripts/check-types.ts', options: [] },
  { name: 'locales', script: 'scripts/check-locales.ts', options: [] },
  { name: 'unused', script: 'node_modules/knip/bin/knip.js', options: ['--no-progress'] },
  { name: 'build', script: 'node_modules/vite/bin/vite.js', options: ['build'] },
  { name: 'size', script: 'scripts/check-size.ts', options: [] },
];
const rings = {
  verify: { checks: verifyChecks, tests: ['unit'] },
  all: { checks: verifyChecks, tests: ['unit', 'server', 'scenario', 'simulation', 'browser'] },
};

/** Runs a script with this very Node, its output going straight through. Resolves with its exit code. */
function run(script, options) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(repository, script), ...options], {
      cwd: repository,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        // Whatever a check starts by the name of `node` is this Node too.
        PATH: dirname(process.execPath) + delimiter + (process.env.PATH ?? ''),
      },
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
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
  const exitCode = await run('node_modules/vitest/vitest.mjs', [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ]);
  return countTests(reportFile, exitCode);
}

async function runCheck({ script, options }) {
  return (await run(script, options)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs one step, says how it went and how long it took, and gives its count on. */
async function timed(name, step) {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const count = await step();
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const tests =
    count.passed + count.failed > 1 ? ` (${count.passed} of ${count.passed + count.failed})` : '';
  return { ...count, line: `${count.failed === 0 ? '✓' : '✗'} ${name} ${seconds} s${tests}` };
}

async function main(ringName) {
  const ring = rings[ringName];
  if (ring === undefined) {
    console.error(`usage: node scripts/run-checks.mjs ${Object.keys(rings).join('|')}`);
    return 2;
  }
  const results = [];
  const record = (result) => {
    console.log(result.line);
    results.push(result);
  };
  for (const check of ring.checks) record(await timed(check.name, () => runCheck(check)));
  for (const name of ring.tests) record(await timed(`tests ${name}`, () => runTests(name)));

  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${results.map((result) => result.line).join('\n')}\n`);
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
