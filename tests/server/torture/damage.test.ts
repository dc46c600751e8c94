import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDice } from '../../simulation/engine/dice.ts';
import { temporaryFolder } from '../fixtures.ts';
import { damage, damageAgainAndAgain, makeImage } from './damage.ts';
import { mainFile, startMortalServer } from './mortal-server.ts';

describe('a mailbox whose files were cut, zeroed, garbled or flipped', () => {
  it('serves what was written, in its order, or refuses in one clear line, five hundred times', async () => {
    const { counts, wrong } = await damageAgainAndAgain(500, 20_263);
    expect(wrong).toEqual([]);
    expect(counts.refused).toBeGreaterThan(10);
    expect(counts.served).toBeGreaterThan(100);
    expect(counts.failed).toBeLessThan(5); // Started, and then a read gave 503: no garbage either.
  }, 300_000);

  it('starts, or exits with one line and no stack, as a process too', async () => {
    const dice = createDice(20_264);
    const image = await makeImage(dice);
    onTestFinished(() => rmSync(image.folder, { recursive: true, force: true }));
    for (let turn = 0; turn < 6; turn++) {
      const folder = temporaryFolder();
      for (const name of ['mailbox.sqlite', 'mailbox.sqlite-wal']) {
        copyFileSync(join(image.folder, name), join(folder, name));
        damage(join(folder, name), dice);
      }
      const server = startMortalServer(folder, mainFile);
      const started = await server.listening;
      const said = started.ok ? null : started.said;
      expect(said ?? 'Spegla: The database is fine.\n').toMatch(
        /^Spegla: The database [^\n]+\.\n$/,
      );
      await server.stop();
    }
  }, 120_000);
});
