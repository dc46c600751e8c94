import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** How one seed went. */
interface Line {
  readonly seed: number;
  readonly hash: string;
  readonly devices: number;
  readonly broken: { readonly promise: string; readonly what: string } | null;
}

/** Runs the simulation in a process of its own (`--json`): a line per seed. Rejects where it could not run at all. */
export function simulate(options: readonly string[]): Promise<readonly Line[]> {
  const script = join(import.meta.dirname, 'simulate.ts');
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [script, ...options],
      { maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => {
        const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
        // A broken promise ends it with 1 too; without a single line it has not run.
        if (lines.length === 0 || (child.exitCode ?? 2) > 1) reject(new Error(stderr));
        else resolve(lines.map((line) => JSON.parse(line) as Line));
      },
    );
  });
}
