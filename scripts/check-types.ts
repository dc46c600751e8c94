/**
 * Types every part of the project as its own runtime sees it: `node scripts/check-types.ts` runs the compiler
 * once for each tsconfig, two at a time, prints what it says and exits 1 if one of them fails.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '..');
const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
const configs = ['pure', 'client', 'worker', 'server', 'tools'];
const atATime = 2;

interface Finding {
  readonly config: string;
  readonly ok: boolean;
  readonly output: string;
}

function check(config: string): Promise<Finding> {
  const options = ['-p', `tsconfig.${config}.json`, '--pretty', 'false'];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [compiler, ...options],
      { cwd: repository, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        // The compiler says why on stdout; where it could not even start, the error does.
        const output = `${stdout}${stderr}`.trim() || (error?.message ?? '');
        resolve({ config, ok: error === null, output });
      },
    );
  });
}

const waiting = [...configs];
const findings: Finding[] = [];

async function work(): Promise<void> {
  for (let config = waiting.shift(); config !== undefined; config = waiting.shift()) {
    findings.push(await check(config));
  }
}

await Promise.all(Array.from({ length: atATime }, work));
const failed = findings.filter(({ ok }) => !ok);
for (const { config, output } of failed) {
  console.error(`tsconfig.${config}.json\n${output}\n`);
}
if (failed.length > 0) {
  console.error(`check-types: ${failed.length} of ${configs.length} parts do not type`);
  process.exitCode = 1;
} else {
  console.log(`check-types: ${configs.length} parts type`);
}
