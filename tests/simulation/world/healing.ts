import type { Memberships } from './membership.ts';
import { calm } from './weather.ts';
import { BrokenPromise, machinesOf, sleep, type World } from './world.ts';

/** People need so many goes, at most, to let everyone in again who belongs to the team. */
const mostTries = 40;

/**
 * Ends every fault: the network is calm, disks have room, everything runs, the server knows what day it is; and people
 * let in whom the mailbox has forgotten, and put out whom it should have. Devices' clocks stay as they are.
 */
export async function heal(world: World, memberships: Memberships): Promise<void> {
  const { host, profile, team, weather } = world;
  Object.assign(weather, calm);
  [host.clockOffsetMs, host.isDiskFull] = [0, false];
  host.life().crash = undefined;
  for (const machine of machinesOf(world)) {
    machine.disk.isFull = false;
    // What was refused in the middle of a reading is read again when the page is opened anew.
    if (machine.disk.hasRefused() && !profile.isUnattended) machine.crash();
    machine.setOnline(true);
    const life = machine.life();
    if (life === undefined) machine.start();
    else life.crash = undefined;
  }
  // Whoever was about to start the server, has.
  await sleep(world, 40_000);
  host.start();
  for (let tries = 0; tries < mostTries; tries += 1) {
    await sleep(world, 2_000);
    if (!host.isUp()) continue;
    const [admin] = team;
    const stranger = team.find((one) => !one.isRevoked && !memberships.isIn(one));
    const goner = team.find((one) => one.isRevoked && memberships.isIn(one));
    if (stranger !== undefined && stranger === admin) await memberships.nameMailbox();
    else if (goner !== undefined) await memberships.revoke(goner);
    else if (stranger !== undefined) await memberships.join(stranger);
    else return;
  }
  throw new BrokenPromise('healing works', 'devices cannot be let in again, or put out');
}
