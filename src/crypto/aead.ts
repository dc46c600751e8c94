import { concat, type Bytes } from './bytes.ts';
import { randomBytes } from './random.ts';

const nonceBytes = 12;

/** A non-extractable AES-256-GCM key of 32 raw bytes. */
export function aeadKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** A fresh non-extractable AES-256-GCM key, for what must never leave this device. */
export function newDeviceAeadKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** AES-256-GCM (NIST SP 800-38D) under a random nonce: nonce ‖ ciphertext ‖ tag. */
export async function aeadSeal(
  key: CryptoKey,
  plain: Bytes,
  additionalData: Bytes,
): Promise<Bytes> {
  const iv = randomBytes(nonceBytes);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return concat(iv, new Uint8Array(sealed));
}

/** Opens what `aeadSeal` made; undefined where one bit of key, bytes or additional data differs. */
export async function aeadOpen(
  key: CryptoKey,
  sealed: Bytes,
  additionalData: Bytes,
): Promise<Bytes | undefined> {
  try {
    const iv = sealed.subarray(0, nonceBytes);
    const data = sealed.subarray(nonceBytes);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data),
    );
  } catch {
    return undefined;
  }
}
