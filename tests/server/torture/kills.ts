import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDice, type Dice } from '../../simulation/engine/dice.ts';
import { startMortalServer, type MortalServer } from './mortal-server.ts';
import { createVictim, type Victim } from './victim.ts';

export interface KillOptions {
  /** The server's main file, as it is or bundled. */
  readonly file: string;
  readonly kills: number;
  readonly seed: number;
  readonly onProgress?: (kills: number) => void;
}

export interface KillReport {
  readonly kills: number;
  /** Of those, how many came while the server was starting. */
  readonly killsAtStart: number;
  readonly acknowledged: number;
  /** What was found wrong, in words; empty is the promise. */
  readonly wrong: readonly string[];
}

/** A centre's links may write so much in an hour; then another one takes its place. */
const killsPerCentre = 10;
/** A data folder grows; it is begun anew, so that starts stay quick. */
const killsPerFolder = 200;
const longestLifeMs = 40;
const longestStartMs = 400;

/**
 * Kills the real server while it writes, again and again on the same data folder, and compares what it holds
 * after each new start with what it has acknowledged.
 */
export async function killAgainAndAgain(options: KillOptions): Promise<KillReport> {
  const dice = createDice(options.seed);
  const start = (folder: string) => startMortalServer(folder, options.file);
  await warmUp(start);
  const wrong: string[] = [];
  let [kills, killsAtStart, acknowledged] = [0, 0, 0];
  while (kills < options.kills && wrong.length === 0) {
    const folder = mkdtempSync(join(tmpdir(), 'spegla-torture-'));
    const victims: Victim[] = [];
    const last = Math.min(options.kills, kills + killsPerFolder);
    for (; kills < last && wrong.length === 0; kills++) {
      if (dice.chance(0.1)) {
        await killAtStart(() => start(folder), dice);
        killsAtStart++;
      } else {
        if (kills % killsPerCentre === 0 || victims.length === 0) victims.push(createVictim(dice));
        wrong.push(...(await killWhileWriting(() => start(folder), dice, victims)));
      }
      options.onProgress?.(kills + 1);
    }
    wrong.push(...(await checkAll(() => start(folder), victims)));
    acknowledged += victims.reduce((sum, victim) => sum + victim.acknowledged(), 0);
    rmSync(folder, { recursive: true, force: true });
  }
  return { kills, killsAtStart, acknowledged, wrong };
}

type Start = () => MortalServer;

/** Who is killed keeps nothing of what it has compiled; one that may close does, for all that follow. */
async function warmUp(start: (folder: string) => MortalServer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spegla-torture-'));
  const server = start(folder);
  await server.listening;
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function killAtStart(start: Start, dice: Dice): Promise<void> {
  const server = start();
  await Promise.race([server.listening, wait(dice.below(longestStartMs))]);
  await server.kill();
}

async function killWhileWriting(
  start: Start,
  dice: Dice,
  victims: readonly Victim[],
): Promise<string[]> {
  const victim = victims.at(-1);
  const server = start();
  const started = await server.listening;
  if (!started.ok) return [`it did not start again: ${started.said}`];
  if (victim === undefined) throw new Error('there is no centre yet');
  const { origin } = started;
  if (!(await victim.found(origin))) return ['a centre could not be made'];
  const wrong = await victim.check(origin, dice.chance(0.1) ? 'everything' : 'news');
  // From the first acknowledgement on, so that there is something to lose.
  const lifeMs = dice.between(0, longestLifeMs);
  let dying: Promise<void> | null = null;
  wrong.push(
    ...(await victim.write(origin, () => {
      dying ??= wait(lifeMs).then(server.kill);
    })),
  );
  await server.kill();
  return wrong;
}

/** Every centre that this folder has seen, from its first envelope on. */
async function checkAll(start: Start, victims: readonly Victim[]): Promise<string[]> {
  const server = start();
  const started = await server.listening;
  if (!started.ok) return [`it did not start again: ${started.said}`];
  const wrong: string[] = [];
  for (const victim of victims) wrong.push(...(await victim.check(started.origin, 'everything')));
  await server.kill();
  return wrong;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
