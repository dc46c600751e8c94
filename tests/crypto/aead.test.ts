import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aeadKey, aeadOpen, aeadSeal, newDeviceAeadKey } from '#crypto/aead.ts';
import { textOf, utf8 } from '#crypto/bytes.ts';
import { randomBytes } from '#crypto/random.ts';
import published from '../vectors/gcm-aes256.json' with { type: 'json' };
import { bytes } from './arbitraries.ts';
import { fromHex, toHex } from './hex.ts';

describe('AES-256-GCM', () => {
  test.each(published.cases)('opens test case $name of its authors', async (example) => {
    const key = await aeadKey(fromHex(example.key));
    const plain = await aeadOpen(key, fromHex(example.sealed), fromHex(example.aad));
    expect(plain && toHex(plain)).toBe(example.plain);
  });

  test('gives back what was sealed, whatever it was', async () => {
    const key = await aeadKey(randomBytes(32));
    await fc.assert(
      fc.asyncProperty(bytes(300), bytes(100), async (plain, bound) => {
        const sealed = await aeadSeal(key, plain, bound);
        expect(sealed).toHaveLength(12 + plain.length + 16);
        expect(await aeadOpen(key, sealed, bound)).toEqual(plain);
      }),
    );
  });

  test('takes a fresh nonce for every message', async () => {
    const key = await newDeviceAeadKey();
    const sealed = await Promise.all(
      Array.from({ length: 200 }, () => aeadSeal(key, utf8('same'), utf8('here'))),
    );
    expect(new Set(sealed.map((each) => toHex(each.subarray(0, 12)))).size).toBe(200);
  });

  test('refuses another key, other additional data, and anything cut short', async () => {
    const key = await newDeviceAeadKey();
    const sealed = await aeadSeal(key, utf8('text'), utf8('here'));
    expect(await aeadOpen(await newDeviceAeadKey(), sealed, utf8('here'))).toBeUndefined();
    expect(await aeadOpen(key, sealed, utf8('there'))).toBeUndefined();
    for (let length = 0; length < sealed.length; length += 1) {
      expect(await aeadOpen(key, sealed.subarray(0, length), utf8('here'))).toBeUndefined();
    }
    const plain = await aeadOpen(key, sealed, utf8('here'));
    expect(plain && textOf(plain)).toBe('text');
  });

  test('never gives its key out', async () => {
    for (const key of [await newDeviceAeadKey(), await aeadKey(randomBytes(32))]) {
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  test('takes only keys of 32 bytes', async () => {
    await expect(aeadKey(randomBytes(31))).rejects.toThrow();
  });
});
