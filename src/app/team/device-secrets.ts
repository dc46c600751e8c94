import { aeadOpen, aeadSeal, newDeviceAeadKey } from '#crypto/aead.ts';
import { fromBase64url, toBase64url, utf8 } from '#crypto/bytes.ts';
import { newDevicePair } from '#crypto/hpke.ts';
import { derivedId, derivedToken, purposes } from '#crypto/purposes.ts';
import { randomBytes, randomId } from '#crypto/random.ts';
import type { CentreKeys } from '#store/key-store.ts';

const tokenPlace = utf8('spegla/1 device token');
const kitPlace = utf8('spegla/1 device kit');

/** Fresh keys for one centre on this device. `kit` only on the device that makes the centre. */
export async function newCentreKeys(
  space: string,
  name: string,
  options: { readonly demo: boolean; readonly mailbox: string | null; readonly kit: string | null },
): Promise<CentreKeys> {
  const [pair, storageKey] = await Promise.all([newDevicePair(), newDeviceAeadKey()]);
  const { demo, mailbox, kit } = options;
  return {
    space,
    name,
    demo,
    device: randomId(),
    pair,
    storageKey,
    sealedToken: await aeadSeal(storageKey, randomBytes(32), tokenPlace),
    sealedKit: kit === null ? null : await aeadSeal(storageKey, fromBase64url(kit), kitPlace),
    mailbox,
  };
}

/** The device's bearer token. Throws where the key database was tampered with. */
export async function deviceToken(keys: CentreKeys): Promise<string> {
  const token = await aeadOpen(keys.storageKey, keys.sealedToken, tokenPlace);
  if (token === undefined) throw new Error('this device’s token does not open');
  return toBase64url(token);
}

/** The kit's secret, on the device that made the centre; else null. */
export async function kitOf(keys: CentreKeys): Promise<string | null> {
  if (keys.sealedKit === null) return null;
  const kit = await aeadOpen(keys.storageKey, keys.sealedKit, kitPlace);
  return kit === undefined ? null : toBase64url(kit);
}

/** The space's admin token, derived from the kit. */
export async function adminToken(keys: CentreKeys): Promise<string | null> {
  const kit = await kitOf(keys);
  return kit === null ? null : derivedToken(kit, purposes.kitAdmin);
}

/** A new recovery kit: its secret, and the id that its grants stand under. */
export async function newKit(): Promise<{ secret: string; id: string }> {
  const secret = toBase64url(randomBytes(32));
  return { secret, id: await derivedId(secret, purposes.kitId) };
}
