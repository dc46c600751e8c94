import { auditMachine, auditMailbox } from '../oracle/audit.ts';
import { assertFinal, isSettled, unsettled } from '../oracle/final.ts';
import { heal } from './healing.ts';
import { createMemberships } from './membership.ts';
import { createMishaps } from './mishaps.ts';
import { createPeople } from './people.ts';
import { BrokenPromise, machinesOf, sleep, type World } from './world.ts';

/** After healing, every outbox must be empty and every device in step within this: ten simulated minutes. */
const drainBoundMs = 10 * 60_000;

/** A world's life: it begins in peace, everything goes wrong, it is healed, and every promise is looked at. */
export async function liveThrough(world: World): Promise<void> {
  const { dice, host, loop, profile, team, weather, say } = world;
  const persons = createPeople(world);
  const memberships = createMemberships(world);
  const machines = machinesOf(world);
  const seenPurged = new Set<string>();

  host.start();
  team[0]?.machine.start();
  await sleep(world, 50);
  while (!(await memberships.nameMailbox())) await sleep(world, 1_000);
  for (const device of team.slice(1)) {
    device.machine.start();
    if (dice.chance(0.9)) await memberships.join(device);
  }
  persons.openRound();
  await sleep(world, 500);
  persons.hangPoster();

  Object.assign(weather, {
    lost: dice.pick([0, 0.03, 0.15]),
    replyLost: dice.pick([0, 0.05, 0.2]),
    doubled: dice.pick([0, 0.1, 0.3]),
    slow: dice.pick([0, 0.1, 0.3]),
    cut: dice.pick([0, 0.05]),
    streamCut: dice.pick([0, 0.1]),
  });
  const happen = createMishaps(world, persons, memberships);
  for (let count = 0; count < profile.events; count += 1) {
    await sleep(world, -Math.log(1 - dice.next()) * 2_500);
    await happen();
    auditMachine(world, dice.pick(machines), seenPurged);
    auditMailbox(world);
  }

  say('healing');
  await heal(world, memberships);
  say('healed');
  const healedMs = loop.nowMs();
  while (!isSettled(world)) {
    if (loop.nowMs() - healedMs > drainBoundMs) {
      throw new BrokenPromise('every outbox drains and all converge in time', unsettled(world));
    }
    await sleep(world, 2_000);
  }
  say(`settled after ${Math.round((loop.nowMs() - healedMs) / 1_000)} s`);
  for (const machine of machines) auditMachine(world, machine, seenPurged);
  assertFinal(world);
}
