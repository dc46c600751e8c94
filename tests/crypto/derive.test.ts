import { describe, expect, test } from 'vitest';
import { derive, sha256, tokenHash } from '#crypto/derive.ts';
import { toBase64url, utf8 } from '#crypto/bytes.ts';
import published from '../vectors/rfc5869-hkdf-sha256.json' with { type: 'json' };
import { fromHex, toHex } from './hex.ts';

describe('deriving secrets', () => {
  test('gives the bytes that RFC 5869 prints for an empty salt', async () => {
    expect(published.salt).toBe('');
    const bytes = await derive(fromHex(published.ikm), published.info, published.length);
    expect(toHex(bytes)).toBe(published.okm);
  });

  test('gives 32 bytes unless another length is named', async () => {
    const secret = utf8('link secret');
    expect(await derive(secret, 'spegla/1 answer token')).toHaveLength(32);
    expect(await derive(secret, 'spegla/1 invite id', 16)).toHaveLength(16);
  });

  test('gives unrelated bytes for every purpose and every secret', async () => {
    const purposes = ['spegla/1 answer token', 'spegla/1 card key', 'spegla/1 kiosk token', ''];
    const secrets = [utf8('one'), utf8('two')];
    const all = await Promise.all(
      secrets.flatMap((secret) => purposes.map((purpose) => derive(secret, purpose))),
    );
    expect(new Set(all.map(toHex)).size).toBe(purposes.length * secrets.length);
  });
});

describe('hashing', () => {
  test('is SHA-256, as FIPS 180-4 prints it for "abc"', async () => {
    expect(toHex(await sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('keeps a token as base64url of its SHA-256', async () => {
    const token = new Uint8Array(32).fill(9);
    expect(await tokenHash(token)).toBe(toBase64url(await sha256(token)));
    expect(await tokenHash(token)).toHaveLength(43);
  });
});
