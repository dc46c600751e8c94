import { enterWorld } from './engine/globals.ts';
import { createTrace } from './engine/trace.ts';
import { createWorld, type WorldOptions } from './world/create-world.ts';
import { liveThrough } from './world/story.ts';
import { BrokenPromise } from './world/world.ts';
import type { FaultCounts } from './world/weather.ts';

export interface Outcome {
  readonly seed: number;
  readonly hash: string;
  readonly devices: number;
  readonly steps: number;
  readonly faults: FaultCounts;
  readonly broken: { readonly promise: string; readonly what: string } | null;
  readonly lastLines: readonly string[];
}

/** A world takes some 20,000 steps, the largest ten times that. */
const mostSteps = 400_000;

/** Lives through one seed's world. The same seed gives the same outcome, to the hash of its whole trace. */
export async function runSeed(
  seed: number,
  options: WorldOptions,
  print?: (line: string) => void,
): Promise<Outcome> {
  let trace: ReturnType<typeof createTrace> | undefined;
  let failure: Error | undefined;
  const fail = (error: unknown): void => {
    failure ??= error instanceof Error ? error : new Error(String(error));
  };
  const world = createWorld(
    seed,
    options,
    (stamp) => {
      trace = createTrace(stamp, print);
      return trace.say;
    },
    fail,
  );
  process.on('unhandledRejection', fail);
  enterWorld({ loop: world.loop, random: world.dice.fork().next });
  let isOver = false;
  world.loop.post(world.people, () => {
    liveThrough(world)
      .catch(fail)
      .finally(() => {
        isOver = true;
      });
  });
  try {
    await world.loop.run(() => {
      if (world.loop.steps() > mostSteps) {
        fail(new BrokenPromise('nothing turns in a circle', `${mostSteps} steps, and no end`));
      }
      return isOver || failure !== undefined;
    });
  } catch (error) {
    fail(error);
  } finally {
    enterWorld(undefined);
    world.host.remove();
    process.off('unhandledRejection', fail);
  }
  const { profile, loop, faults } = world;
  return {
    seed,
    hash: trace?.hash() ?? '',
    devices: profile.teamDevices + profile.answerDevices,
    steps: loop.steps(),
    faults,
    broken: failure === undefined ? null : brokenOf(failure),
    lastLines: trace?.last() ?? [],
  };
}

function brokenOf(error: Error): { promise: string; what: string } {
  if (error instanceof BrokenPromise) return { promise: error.promise, what: error.message };
  return { promise: 'nothing is thrown into the void', what: error.stack ?? error.message };
}
