import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { concat, fromBase64url, toBase64url, utf8, type Bytes } from './bytes.ts';

/** RFC 9180, base mode: the one suite of envelope v1. */
export const hpkeSuite = new CipherSuite(
  KEM_DHKEM_P256_HKDF_SHA256,
  KDF_HKDF_SHA256,
  AEAD_AES_256_GCM,
);

/** The encapsulated key at the head of what is sealed: an uncompressed P-256 point. */
const encapsulatedBytes = 65;
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

export interface HpkePair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** A pair whose private half cannot leave the browser: a device's own. */
export function newDevicePair(): Promise<HpkePair> {
  return hpkeSuite.GenerateKeyPair(false);
}

/** A pair that is kept under the team key: a round's. Both halves as base64url (65 bytes, PKCS #8). */
export async function newStoredPair(): Promise<{ publicKey: string; privateKey: string }> {
  const pair = await hpkeSuite.GenerateKeyPair(true);
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  return {
    publicKey: await publicKeyText(pair.publicKey),
    privateKey: toBase64url(new Uint8Array(pkcs8)),
  };
}

/** The stored pair, ready to open with; not extractable again. Throws on bytes that are no such keys. */
export async function storedPair(stored: {
  publicKey: string;
  privateKey: string;
}): Promise<HpkePair> {
  // The public half comes along because browsers differ in deriving it from a bare private key.
  const [publicKey, privateKey] = await Promise.all([
    publicKeyOf(stored.publicKey),
    crypto.subtle.importKey('pkcs8', fromBase64url(stored.privateKey), curve, false, [
      'deriveBits',
    ]),
  ]);
  return { publicKey, privateKey };
}

/** The same pair for the same secret, for ever: RFC 9180 §7.1.3 DeriveKeyPair. */
export function derivedPair(inputKeyMaterial: Bytes): Promise<HpkePair> {
  return hpkeSuite.DeriveKeyPair(inputKeyMaterial, false);
}

export async function publicKeyText(publicKey: CryptoKey): Promise<string> {
  return toBase64url(await hpkeSuite.SerializePublicKey(publicKey));
}

/** Rejects on text that is no point of the curve. */
export async function publicKeyOf(text: string): Promise<CryptoKey> {
  return hpkeSuite.DeserializePublicKey(fromBase64url(text));
}

/** Single-shot base mode: enc ‖ ciphertext ‖ tag. */
export async function hpkeSeal(
  publicKey: CryptoKey,
  plain: Bytes,
  info: string,
  additionalData: Bytes,
): Promise<Bytes> {
  const { encapsulatedSecret, ciphertext } = await hpkeSuite.Seal(publicKey, plain, {
    info: utf8(info),
    aad: additionalData,
  });
  return concat(encapsulatedSecret, ciphertext);
}

/** Opens what `hpkeSeal` made; undefined where one bit of key, bytes, info or additional data differs. */
export async function hpkeOpen(
  pair: HpkePair,
  sealed: Bytes,
  info: string,
  additionalData: Bytes,
): Promise<Bytes | undefined> {
  try {
    const plain = await hpkeSuite.Open(
      pair,
      sealed.subarray(0, encapsulatedBytes),
      sealed.subarray(encapsulatedBytes),
      { info: utf8(info), aad: additionalData },
    );
    return new Uint8Array(plain);
  } catch {
    return undefined;
  }
}
