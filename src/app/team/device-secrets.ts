import { aeadKey, aeadOpen, aeadSeal } from '#crypto/aead.ts';
import { fromBase64url, toBase64url, utf8, type Bytes } from '#crypto/bytes.ts';
import { derive } from '#crypto/derive.ts';
import { derivedPair } from '#crypto/hpke.ts';
import { derivedId, derivedToken, purposes } from '#crypto/purposes.ts';
import { randomBytes, randomId } from '#crypto/random.ts';
import type { CentreKeys } from '#store/key-store.ts';

const tokenPlace = utf8('spegla/1 device token');
const kitPlace = utf8('spegla/1 device kit');
const rootPlace = utf8('spegla/1 device root');

/** Fresh keys for one centre on this device. `kit` only on a device that has it already, or makes the centre. */
export async function newCentreKeys(
  space: string,
  name: string,
  options: { readonly demo: boolean; readonly mailbox: string | null; readonly kit: string | null },
): Promise<CentreKeys> {
  const root = randomBytes(32);
  const { pair, storageKey } = await keysOfRoot(root);
  const { demo, mailbox, kit } = options;
  return {
    space,
    name,
    demo,
    device: randomId(),
    pair,
    storageKey,
    sealedRoot: await aeadSeal(storageKey, root, rootPlace),
    sealedToken: await aeadSeal(storageKey, randomBytes(32), tokenPlace),
    sealedKit: kit === null ? null : await aeadSeal(storageKey, fromBase64url(kit), kitPlace),
    mailbox,
  };
}

/**
 * A device's two keys, neither extractable, from its root of 32 random bytes: so that a code can lock all of them by
 * wrapping the root alone.
 */
export async function keysOfRoot(root: Bytes): Promise<Pick<CentreKeys, 'pair' | 'storageKey'>> {
  const [pair, storageKey] = await Promise.all([
    derive(root, purposes.devicePair).then(derivedPair),
    derive(root, purposes.deviceStorage).then(aeadKey),
  ]);
  return { pair, storageKey };
}

/** The device's root. Throws where the key database was tampered with. */
export async function deviceRoot(keys: CentreKeys): Promise<Bytes> {
  const root = await aeadOpen(keys.storageKey, keys.sealedRoot, rootPlace);
  if (root === undefined) throw new Error('this device’s root does not open');
  return root;
}

/** The device's bearer token. Throws where the key database was tampered with. */
export async function deviceToken(keys: CentreKeys): Promise<string> {
  const token = await aeadOpen(keys.storageKey, keys.sealedToken, tokenPlace);
  if (token === undefined) throw new Error('this device’s token does not open');
  return toBase64url(token);
}

/** The kit's secret, where it lies on this device; else null. */
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

/**
 * A new recovery kit: its secret, the id that its grants stand under, and the space that it is for. The space follows
 * from the secret, so that the words on the paper alone find the centre again.
 */
export async function newKit(): Promise<{ secret: string; id: string; space: string }> {
  const secret = toBase64url(randomBytes(32));
  return { secret, id: await kitId(secret), space: await kitSpace(secret) };
}

/** The id under which a kit's grants stand. */
export function kitId(secret: string): Promise<string> {
  return derivedId(secret, purposes.kitId);
}

/** The space of the centre that was made with a kit. */
export function kitSpace(secret: string): Promise<string> {
  return derivedId(secret, purposes.kitSpace);
}
