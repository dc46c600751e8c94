import type { Memberships } from './membership.ts';
import { createOperator } from './operator.ts';
import type { People } from './people.ts';
import { countFault } from './weather.ts';
import { machinesOf, sleep, type World } from './world.ts';

const tenYearsMs = 10 * 365.25 * 86_400_000;
const dayMs = 86_400_000;

/** What happens next, whatever it is: what people do, what machines suffer, and what operators get wrong. */
export function createMishaps(
  world: World,
  persons: People,
  memberships: Memberships,
): () => Promise<void> {
  const { dice, faults, host, profile, say, team } = world;
  const rare = (weight: number): number => weight * profile.rareTimes;
  const machines = machinesOf(world);
  const operator = createOperator(world);
  const jump = (): number => dice.pick([-1, 1]) * dice.between(0.001, 1) * tenYearsMs;

  function startSome(): void {
    const off = machines.filter((machine) => machine.life() === undefined);
    for (const machine of dice.shuffled(off).slice(0, 3)) machine.start();
  }
  function toggleNetwork(): void {
    const machine = dice.pick(machines);
    if (machine.socket.isOnline) countFault(faults, 'device offline');
    machine.setOnline(!machine.socket.isOnline);
  }
  /** A page is closed as a person closes it; the other one goes on. */
  function closeTab(): void {
    const device = dice.pick(team);
    if (device.pages.length < 2) return;
    countFault(faults, 'page closed');
    const closing = device.pages.shift();
    device.machine.run(() => void closing?.close().catch(() => undefined));
  }
  function jumpDeviceClock(): void {
    countFault(faults, 'device clock jump');
    dice.pick(machines).clockOffsetMs = jump();
  }
  function jumpServerClock(): void {
    countFault(faults, 'server clock jump');
    host.clockOffsetMs = dice.chance(0.3) ? 0 : jump();
  }
  function toggleDisk(): void {
    const { disk } = dice.pick(machines);
    disk.isFull = !disk.isFull;
  }
  function revokeOne(): void {
    const staying = team.slice(1).filter(({ isRevoked }) => !isRevoked);
    if (staying.length < 3) return;
    const device = dice.pick(staying);
    countFault(faults, 'device revoked');
    say(`people revoke ${device.machine.name}`);
    device.isRevoked = true;
    void memberships.revoke(device);
  }
  /** Somebody notices that a device is out, and does something about it. */
  async function letIn(): Promise<void> {
    if (!host.isUp()) return;
    const out = team.filter((one) => !one.isRevoked && !memberships.isIn(one));
    if (out.length === 0) return;
    if (out[0] === team[0]) await memberships.nameMailbox();
    else await memberships.join(dice.pick(out));
  }
  /** All go home and switch everything off but the mailbox. */
  async function holiday(): Promise<void> {
    countFault(faults, 'days pass');
    for (const machine of machines) machine.crash();
    await sleep(world, dice.between(0.1, 7) * dayMs);
  }

  const events: readonly (readonly [() => unknown, number])[] = [
    [persons.edit, 36],
    [persons.answer, 22],
    [persons.stateFact, 3],
    [persons.openRound, 1.5],
    [persons.hangPoster, 4],
    [persons.purge, rare(1.2)],
    [persons.saveFile, 2],
    [persons.takeFileIn, 3],
    [persons.forge, rare(1)],
    [persons.spoil, rare(0.5)],
    [persons.recordVoice, profile.bigRecords ? 1 : 0],
    [startSome, 14],
    [toggleNetwork, 6],
    [closeTab, 2],
    [() => dice.pick(machines).crashSoon(), 5 * profile.crashes],
    [jumpDeviceClock, profile.deviceClocks ? 2 : 0],
    [jumpServerClock, profile.hostClock ? rare(1.6) : 0],
    [toggleDisk, profile.fullDisks ? 3 : 0],
    [() => (host.isDiskFull = !host.isDiskFull), profile.fullDisks ? rare(1) : 0],
    [operator.restart, 0.7],
    [operator.crash, 1.2],
    [operator.backup, profile.restores ? rare(2.5) : 0],
    [operator.restore, profile.restores ? rare(1) : 0],
    [operator.replace, profile.replaces ? rare(0.6) : 0],
    [revokeOne, rare(0.4)],
    [letIn, 3],
    [holiday, 0.4],
  ];
  return async () => {
    await dice.weighted(events)();
  };
}
