import { describe, expect, test } from 'vitest';
import {
  derivedPair,
  hpkeOpen,
  hpkeSeal,
  hpkeSuite,
  newDevicePair,
  newStoredPair,
  publicKeyOf,
  publicKeyText,
  storedPair,
} from '#crypto/hpke.ts';
import { concat, fromBase64url, textOf, toBase64url, utf8 } from '#crypto/bytes.ts';
import published from '../vectors/rfc9180-p256-sha256-aes256gcm.json' with { type: 'json' };
import { fromHex, toHex } from './hex.ts';

describe('the suite of envelope v1', () => {
  test('is the one that the protocol names', () => {
    expect([hpkeSuite.KEM.id, hpkeSuite.KDF.id, hpkeSuite.AEAD.id]).toEqual([
      0x0010, 0x0001, 0x0002,
    ]);
  });
});

describe.each(published.vectors)('the vector of $name', (vector) => {
  const info = textOf(fromHex(vector.info));

  test('gives the published recipient key from its key material', async () => {
    const pair = await derivedPair(fromHex(vector.ikmR));
    expect(toHex(fromBase64url(await publicKeyText(pair.publicKey)))).toBe(vector.pkRm);
    const extractable = await hpkeSuite.DeriveKeyPair(fromHex(vector.ikmR), true);
    expect(toHex(await hpkeSuite.SerializePrivateKey(extractable.privateKey))).toBe(vector.skRm);
  });

  test('gives the published ephemeral key from its key material', async () => {
    const pair = await derivedPair(fromHex(vector.ikmE));
    expect(toHex(fromBase64url(await publicKeyText(pair.publicKey)))).toBe(vector.pkEm);
    expect(vector.enc).toBe(vector.pkEm);
  });

  test('opens the first message in a single shot', async () => {
    const pair = await derivedPair(fromHex(vector.ikmR));
    const [first] = vector.encryptions;
    const sealed = fromHex(vector.enc + (first?.ct ?? ''));
    const plain = await hpkeOpen(pair, sealed, info, fromHex(first?.aad ?? ''));
    expect(plain && toHex(plain)).toBe(first?.pt);
  });

  test('refuses every later message in a single shot', async () => {
    const pair = await derivedPair(fromHex(vector.ikmR));
    for (const message of vector.encryptions.slice(1)) {
      const sealed = fromHex(vector.enc + message.ct);
      expect(await hpkeOpen(pair, sealed, info, fromHex(message.aad))).toBeUndefined();
    }
  });

  test('opens all messages in their sequence', async () => {
    const pair = await derivedPair(fromHex(vector.ikmR));
    const recipient = await hpkeSuite.SetupRecipient(pair, fromHex(vector.enc), {
      info: fromHex(vector.info),
    });
    for (const message of vector.encryptions) {
      const plain = await recipient.Open(fromHex(message.ct), fromHex(message.aad));
      expect(toHex(plain)).toBe(message.pt);
    }
  });
});

describe('sealing to a public key', () => {
  const bound = utf8('this place');

  test('puts an uncompressed point before the ciphertext and its tag', async () => {
    const pair = await newDevicePair();
    const sealed = await hpkeSeal(pair.publicKey, utf8('twelve bytes'), 'spegla/1 answer', bound);
    expect(sealed).toHaveLength(65 + 12 + 16);
    expect(sealed[0]).toBe(0x04);
  });

  test('never seals the same text twice to the same bytes', async () => {
    const pair = await newDevicePair();
    const seal = () => hpkeSeal(pair.publicKey, utf8('the same'), 'spegla/1 answer', bound);
    expect(toHex(await seal())).not.toBe(toHex(await seal()));
  });

  test('opens with the device pair, whose private half cannot be taken out', async () => {
    const pair = await newDevicePair();
    const sealed = await hpkeSeal(pair.publicKey, utf8('to the device'), 'spegla/1 grant', bound);
    const plain = await hpkeOpen(pair, sealed, 'spegla/1 grant', bound);
    expect(plain && textOf(plain)).toBe('to the device');
    await expect(crypto.subtle.exportKey('pkcs8', pair.privateKey)).rejects.toThrow();
  });

  test('opens with a stored pair, which is not extractable again', async () => {
    const stored = await newStoredPair();
    expect(fromBase64url(stored.publicKey)).toHaveLength(65);
    const pair = await storedPair(stored);
    const sealed = await hpkeSeal(
      await publicKeyOf(stored.publicKey),
      utf8('to the round'),
      'spegla/1 answer',
      bound,
    );
    const plain = await hpkeOpen(pair, sealed, 'spegla/1 answer', bound);
    expect(plain && textOf(plain)).toBe('to the round');
    await expect(crypto.subtle.exportKey('pkcs8', pair.privateKey)).rejects.toThrow();
  });

  test('opens with the pair that the same kit secret derives on another day', async () => {
    const secret = utf8('thirty-two bytes of a printed kit');
    const printed = await derivedPair(secret);
    const sealed = await hpkeSeal(printed.publicKey, utf8('epoch'), 'spegla/1 grant', bound);
    const plain = await hpkeOpen(await derivedPair(secret), sealed, 'spegla/1 grant', bound);
    expect(plain && textOf(plain)).toBe('epoch');
  });

  test('does not open with another pair, another info or other additional data', async () => {
    const pair = await newDevicePair();
    const sealed = await hpkeSeal(pair.publicKey, utf8('private'), 'spegla/1 answer', bound);
    expect(await hpkeOpen(await newDevicePair(), sealed, 'spegla/1 answer', bound)).toBeUndefined();
    expect(await hpkeOpen(pair, sealed, 'spegla/1 grant', bound)).toBeUndefined();
    expect(await hpkeOpen(pair, sealed, 'spegla/1 answer', utf8('elsewhere'))).toBeUndefined();
  });

  test('gives undefined for bytes too short to hold a point and a tag', async () => {
    const pair = await newDevicePair();
    for (const length of [0, 1, 64, 65, 66, 80]) {
      const short = concat(Uint8Array.of(0x04), new Uint8Array(length)).subarray(0, length);
      expect(await hpkeOpen(pair, short, 'spegla/1 answer', bound)).toBeUndefined();
    }
  });

  test('refuses a public key that is no point of the curve', async () => {
    const offCurve = concat(Uint8Array.of(0x04), new Uint8Array(64).fill(7));
    await expect(publicKeyOf(toBase64url(offCurve))).rejects.toThrow();
    await expect(publicKeyOf('AAAA')).rejects.toThrow();
    await expect(async () => publicKeyOf('not base64url!')).rejects.toThrow();
  });
});
