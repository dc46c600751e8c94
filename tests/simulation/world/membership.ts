import { hashToken } from '#server/tokens.ts';
import { countFault } from './weather.ts';
import type { TeamPage } from './team-page.ts';
import type { TeamDevice, World } from './world.ts';

/** Who may be in: making the space, letting devices in with an invite, putting them out. Each says whether it worked. */
export interface Memberships {
  readonly isIn: (device: TeamDevice) => boolean;
  readonly nameMailbox: () => Promise<boolean>;
  readonly join: (device: TeamDevice) => Promise<boolean>;
  readonly revoke: (device: TeamDevice) => Promise<boolean>;
}

/** How long a person waits for one of these. */
const patienceMs = 150_000;

export function createMemberships(world: World): Memberships {
  const { loop, people, dice, space, team, host } = world;
  const admin = team[0];
  if (admin === undefined) throw new Error('a team has an admin device');
  const { adminToken } = admin.member;

  /** Does something on a device's first page and hears how it went; false too where the device dies over it. */
  function ask(device: TeamDevice, task: (page: TeamPage) => Promise<boolean>): Promise<boolean> {
    return new Promise((resolve) => {
      const [page] = device.pages;
      if (page === undefined) {
        resolve(false);
        return;
      }
      loop.after(people, patienceMs, () => resolve(false));
      const answer = (value: boolean): void => loop.post(people, () => resolve(value));
      device.machine.run(() => void task(page).then(answer, () => answer(false)));
    });
  }

  return {
    isIn: ({ member }) =>
      host
        .database()
        ?.prepare('SELECT id FROM device WHERE space = ? AND id = ?')
        .get(space, member.device) !== undefined,

    /** As src/app/team/name-mailbox.ts does. */
    nameMailbox: () =>
      ask(admin, async ({ client, store, reconnect }) => {
        const { device, token } = admin.member;
        const made = await client.createSpace('', {
          space,
          adminTokenHash: hashToken(adminToken ?? ''),
          device,
          tokenHash: hashToken(token),
        });
        if (!made.ok) return false;
        await reconnect(async () => {
          await store.setMeta('cursor', { epoch: made.value.epoch, after: 0 });
          await store.moveToLane('space', 'all');
          await store.offerAll();
        });
        return true;
      }),

    /** As src/app/team/rejoin-centre.ts and invites.ts do, with a secret that is the invite's token itself. */
    join: async (device) => {
      const [invite, token] = [dice.bytes(16), dice.bytes(32)];
      const isOpen = await ask(admin, async ({ client }) => {
        // Whoever makes an invite knows what day it is; the device's clock may not.
        const nowMs = Date.now() - admin.machine.clockOffsetMs;
        const expires = new Date(nowMs + 5 * 86_400_000).toISOString().slice(0, 10);
        const id = dice.bytes(16);
        const kind = 'invite';
        const envelope = { v: 1, id, kind, key: invite, round: null, sealed: 'AAAA' } as const;
        const body = { tokenHash: hashToken(token), expires, envelope };
        return (await client.openInvite(admin.member.token, space, invite, body)).ok;
      });
      if (!isOpen) return false;
      return ask(device, async ({ client, reconnect }) => {
        if (!(await client.readInvite(token, space, invite)).ok) return false;
        const { member } = device;
        const body = { device: member.device, tokenHash: hashToken(member.token) };
        if (!(await client.enrolDevice(token, space, body)).ok) return false;
        countFault(world.faults, 'device joined by invite');
        await reconnect(async () => undefined);
        return true;
      });
    },

    revoke: (device) =>
      ask(
        admin,
        async ({ client }) =>
          (await client.revokeDevice(adminToken ?? '', space, device.member.device)).ok,
      ),
  };
}
