import { lookAtMailbox } from '../oracle/audit.ts';
import { countFault } from './weather.ts';
import type { World } from './world.ts';

/** Whoever runs the mailbox's machine. Each of these ends with the mailbox running again, sooner or later. */
export interface Operator {
  readonly restart: () => void;
  readonly crash: () => void;
  /** Stops, copies the data folder, starts: as the README says. */
  readonly backup: () => void;
  readonly restore: () => void;
  readonly replace: () => void;
}

export function createOperator(world: World): Operator {
  const { dice, faults, host, loop, people, profile } = world;
  let saved: ReadonlySet<string> | undefined;

  const startLater = (): void =>
    void loop.after(people, dice.between(100, 30_000), () => host.start());
  const whileStopped = (work: (ids: readonly string[]) => void): void => {
    if (!host.isUp()) return;
    let ids: readonly string[] = [];
    host.stop(
      () => {
        ids = (lookAtMailbox(world)?.rows ?? []).map(({ id }) => id);
      },
      () => {
        work(ids);
        startLater();
      },
    );
  };
  /** Gone with the mailbox's disk: its operator answers for what nobody of the team has. */
  function noteLosses(lost: readonly string[]): void {
    for (const id of lost) world.notes.lostByOperator.add(id);
  }

  return {
    restart: () => {
      countFault(faults, 'server restart');
      whileStopped(() => undefined);
    },
    crash: () => {
      if (!host.isUp()) return;
      countFault(faults, 'server crash');
      host.life().crash = {
        atStep: host.life().steps + 1 + dice.below(60),
        run: () => {
          host.crash();
          startLater();
        },
      };
    },
    backup: () =>
      whileStopped((ids) => {
        saved = new Set(ids);
        host.backup();
      }),
    restore: () => {
      const kept = saved;
      if (kept === undefined) return;
      whileStopped((ids) => {
        if (!host.restore(profile.isUnannounced ? null : dice.bytes(16))) return;
        countFault(faults, 'backup restored');
        world.say('operator restores the backup');
        world.wasRestored ||= profile.isUnannounced;
        world.places.clear();
        world.acknowledged.clear();
        world.revocations.forgetAll();
        noteLosses(ids.filter((id) => !kept.has(id)));
      });
    },
    replace: () =>
      whileStopped((ids) => {
        countFault(faults, 'mailbox replaced by an empty one');
        world.say('operator replaces the mailbox');
        world.places.clear();
        world.acknowledged.clear();
        world.revocations.forgetAll();
        host.replace();
        noteLosses(ids);
      }),
  };
}
