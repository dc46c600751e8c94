import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { setField } from '#commands/set-field.ts';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import { dayOf } from '#i18n/local-day.ts';
import { textOf } from '#projections/book-values.ts';
import { formerDevices, type FormerDevice } from '#projections/device-names.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { KeyStore } from '#store/key-store.ts';
import { createAlone } from '#sync/deliver-answers.ts';
import { createMailboxClient, type MailboxClient } from '#sync/mailbox-client.ts';
import type { CentreSession } from './centre-session.ts';
import { kitOf } from './device-secrets.ts';
import type { DeviceSync } from './device-sync.ts';
import { openInvites } from './invites.ts';
import { keepKeys } from './key-keeper.ts';
import { noteKit } from './kit-note.ts';
import { isKitOf, kitSheet, readKit, type KitReading, type KitSheet } from './kit-words.ts';
import { revokeDevices, type RevokeResult } from './revoke-devices.ts';
import { linkMailbox } from './round-links.ts';
import type { TeamDeps } from './team-deps.ts';
import { carryRevocations, sendWaiting, untoldDevices, type SendResult } from './tell-mailbox.ts';

/** When and on which device words from the printed kit were typed. */
export interface KitCheck {
  readonly at: string;
  readonly by: string;
}

/** A kit that a person typed or scanned for one action; it is never kept. */
export type TypedKit = KitReading | { readonly ok: false; readonly why: 'wrongKit' };

/** What an open centre can do with its keys and its people. */
export interface CentreKeysIntents {
  /** Whether the kit lies on this device. */
  readonly kitHere: ReadonlySignal<boolean>;
  readonly kitCheck: ReadonlySignal<KitCheck | null>;
  /** Devices that were revoked, the latest first. */
  readonly formerDevices: ReadonlySignal<readonly FormerDevice[]>;
  /** Revoked devices that the mailbox does not refuse yet: a device with the kit tells it, or somebody types the kit. */
  readonly revocationsWaiting: ReadonlySignal<number>;
  /** Purges of which the mailbox has not heard; they take the kit too. */
  readonly purgesWaiting: ReadonlySignal<number>;
  /** Team links of this device that the mailbox does not know yet: opened now, they would be taken for used. */
  readonly linksWaiting: ReadonlySignal<number>;
  /** What to print; null where the kit is not on this device. */
  kitSheet(): Promise<KitSheet | null>;
  /** Notes that somebody has the printed kit in hand. */
  confirmKit(): Promise<void>;
  /** Takes the kit off this device: then it stands on paper only. False while the mailbox must still hear what takes it. */
  forgetKit(): Promise<boolean>;
  /** Tells the mailbox what waits for the kit: the secret that `readTypedKit` gave. */
  sendWaiting(kit: string): Promise<SendResult>;
  /** Reads what was typed or scanned, and whether it is this centre's kit. */
  readTypedKit(text: string): Promise<TypedKit>;
  /** Takes devices from the team for good. `kit`: the secret that `readTypedKit` gave, where none is on this device. */
  revokeDevices(devices: readonly string[], kit?: string): Promise<RevokeResult>;
}

export interface KeyWork {
  readonly intents: CentreKeysIntents;
  /** Tells the mailbox of devices to refuse; false where it could not be reached. Last of what is announced. */
  announce(client: MailboxClient): Promise<boolean>;
  /** Looks again what waits to be announced. */
  look(): Promise<void>;
  stop(): void;
}

export function createKeyWork(
  deps: TeamDeps,
  keyStore: KeyStore,
  session: CentreSession,
  sync: Pick<DeviceSync, 'state' | 'connect' | 'nudge'>,
): KeyWork {
  const { keys, ledger, store } = session;
  const mailbox = (): string | null => sync.state.value.mailbox;
  const kitHere = signal(keys.sealedKit !== null);
  const revocationsWaiting = signal(0);
  const purgesWaiting = signal(0);
  const linksWaiting = signal(0);
  const stopKeeping = keepKeys(session, createAlone(deps.locks));

  /** Another page may have taken it off the device meanwhile. */
  async function kitOnDevice(): Promise<string | null> {
    if (keys.sealedKit !== null) {
      const listed = (await keyStore.list()).find(({ space }) => space === keys.space);
      keys.sealedKit = listed?.sealedKit ?? null;
      kitHere.value = keys.sealedKit !== null;
    }
    return kitOf(keys);
  }

  async function look(): Promise<void> {
    const origin = mailbox();
    const today = dayOf(deps.now());
    // What was just pulled may be on disk and not read yet, and nothing would look again.
    await session.refresh();
    const invites = origin === null ? [] : await openInvites(session, today);
    linksWaiting.value = invites.filter(({ announcedAt }) => announcedAt === null).length;
    revocationsWaiting.value = origin === null ? 0 : (await untoldDevices(session, origin)).length;
    purgesWaiting.value = origin === null ? 0 : await store.outboxCount('admin');
    await kitOnDevice();
  }

  return {
    intents: {
      kitHere,
      kitCheck: computed(() => {
        const { book } = ledger.value;
        const [head] = book.field(bookPaths.kitChecked)?.heads ?? [];
        if (head === undefined) return null;
        return { at: head.at, by: textOf(book.value(bookPaths.deviceName(head.by))) };
      }),
      formerDevices: computed(() => formerDevices(ledger.value)),
      revocationsWaiting,
      purgesWaiting,
      linksWaiting,
      kitSheet: async () => {
        const kit = await kitOnDevice();
        if (kit === null) return null;
        return kitSheet(kit, keys.space, linkMailbox(mailbox(), deps.pageUrl), deps.pageUrl);
      },
      confirmKit: () =>
        session.act((now) => setField(now.book, bookPaths.kitChecked, true, session.commandDeps)),
      forgetKit: async () => {
        await look();
        // Without the kit this device could tell nothing of it.
        if (revocationsWaiting.value + purgesWaiting.value > 0) return false;
        await keyStore.forgetKit(keys.space);
        keys.sealedKit = null;
        kitHere.value = false;
        await noteKit(session);
        // What carries has an admin token in hand that came from it.
        await sync.connect(mailbox());
        return true;
      },
      sendWaiting: async (kit) => {
        const origin = mailbox();
        if (origin === null) return { ok: true };
        const result = await sendWaiting(session, createMailboxClient(origin, deps.fetch), kit);
        await look();
        sync.nudge();
        return result;
      },
      readTypedKit: async (text) => {
        const read = await readKit(text);
        if (!read.ok || (await isKitOf(ledger.value, read.kit))) return read;
        return { ok: false, why: 'wrongKit' };
      },
      revokeDevices: async (devices, typed) => {
        const origin = mailbox();
        const client = origin === null ? null : createMailboxClient(origin, deps.fetch);
        const kits = { here: await kitOnDevice(), typed };
        const result = await revokeDevices(session, devices, kits, client);
        await look();
        sync.nudge();
        return result;
      },
    },
    announce: async (client) => {
      const kit = await kitOnDevice();
      const reached =
        kit === null ||
        (await carryRevocations(session, client, await derivedToken(kit, purposes.kitAdmin))) !==
          'unreachable';
      await look();
      return reached;
    },
    look,
    stop: stopKeeping,
  };
}
