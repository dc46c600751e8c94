import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../peers');

/** Installs what is compared with, where it is not there yet: apart, so that the product's own `npm ci` stays light. */
export function installPeers(): void {
  if (existsSync(join(folder, 'node_modules'))) return;
  console.log('Installing the peers (once) …');
  const { status } = spawnSync('npm', ['ci', '--prefix', folder], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the peers could not be installed');
}
