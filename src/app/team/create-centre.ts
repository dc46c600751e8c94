import { setFields } from '#commands/set-field.ts';
import { fromBase64url, toBase64url } from '#crypto/bytes.ts';
import { derive } from '#crypto/derive.ts';
import { derivedPair, publicKeyText } from '#crypto/hpke.ts';
import { purposes } from '#crypto/purposes.ts';
import { randomBytes, randomId } from '#crypto/random.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Epoch } from '#records/keys.ts';
import type { CentreKeys } from '#store/key-store.ts';
import { openSession, type CentreSession } from './centre-session.ts';
import { newCentreKeys, newKit } from './device-secrets.ts';
import { grantNotes, sealGrants } from './epochs.ts';
import type { NewCentre } from './team-app.ts';
import type { TeamDeps } from './team-deps.ts';

/**
 * Makes a centre on this device: its space id, its first team-key epoch granted to this device and to the kit, and
 * its first facts. No network is needed. The caller
 * keeps the keys when all is done: a centre that is listed can be opened.
 */
export async function createCentre(
  deps: TeamDeps,
  input: NewCentre,
  demo: boolean,
): Promise<CentreKeys> {
  const kit = await newKit();
  const keys = await newCentreKeys(kit.space, input.name, {
    demo,
    mailbox: null,
    kit: kit.secret,
  });
  const session = openSession(deps, keys);
  try {
    const kitPair = await derivedPair(await derive(fromBase64url(kit.secret), purposes.kitPair));
    const kitPublicKey = await publicKeyText(kitPair.publicKey);
    const epoch: Epoch = { epoch: randomId(), replaces: [], key: toBase64url(randomBytes(32)) };
    await session.append(
      await sealGrants(session, [epoch], { id: kit.id, publicKey: kitPublicKey }),
    );
    await introduceDevice(session, [epoch], input.deviceName, {
      [bookPaths.centreName]: input.name,
      [bookPaths.centreServices]: [...input.services],
      [bookPaths.centreResponsible]: { ...input.responsible },
      [bookPaths.kitPublicKey(kit.id)]: kitPublicKey,
      [bookPaths.deviceHoldsKit(keys.device)]: true,
    });
    return keys;
  } finally {
    await session.stop();
  }
}

/** Grants epochs to this device, names it in the book, and sets further fields with it. */
export async function introduceDevice(
  session: CentreSession,
  epochs: readonly Epoch[],
  deviceName: string,
  fields: Parameters<typeof setFields>[1] = {},
): Promise<void> {
  const { device, pair } = session.keys;
  const publicKey = await publicKeyText(pair.publicKey);
  await session.append(await sealGrants(session, epochs, { id: device, publicKey }));
  await session.act((ledger) =>
    setFields(
      ledger.book,
      {
        ...fields,
        [bookPaths.deviceName(device)]: deviceName,
        [bookPaths.devicePublicKey(device)]: publicKey,
        ...grantNotes(epochs, [device]),
      },
      session.commandDeps,
    ),
  );
}
