import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromBase64url, textOf, toBase64url, utf8 } from '#crypto/bytes.ts';
import { randomBytes, randomId } from '#crypto/random.ts';
import { bytes } from './arbitraries.ts';

describe('base64url', () => {
  test.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('writes "%s" as RFC 4648 does, without padding', (text, encoded) => {
    expect(toBase64url(utf8(text))).toBe(encoded);
    expect(textOf(fromBase64url(encoded))).toBe(text);
  });

  test('uses - and _ where base64 has + and /', () => {
    expect(toBase64url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe('-__-');
    expect(fromBase64url('-__-')).toEqual(Uint8Array.of(0xfb, 0xff, 0xfe));
  });

  test('gives every sequence of bytes back', () => {
    fc.assert(
      fc.property(bytes(200), (any) => {
        const text = toBase64url(any);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(fromBase64url(text)).toEqual(any);
      }),
    );
  });

  test('carries what is longer than one chunk', () => {
    const long = randomBytes(65_536);
    expect(fromBase64url(toBase64url(long))).toEqual(long);
  });

  test.each(['Zg==', 'Zg=', 'a+b/', 'a b', 'å', 'Zg\n', 'A'])('refuses "%s"', (text) => {
    expect(() => fromBase64url(text)).toThrow();
  });
});

describe('bytes', () => {
  test('are joined in order', () => {
    fc.assert(
      fc.property(fc.array(bytes(20)), (parts) => {
        expect([...concat(...parts)]).toEqual(parts.flatMap((part) => [...part]));
      }),
    );
  });

  test('of a text give the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textOf(utf8(text))).toBe(text);
      }),
    );
  });

  test('that are no UTF-8 are refused', () => {
    expect(() => textOf(Uint8Array.of(0xc3, 0x28))).toThrow();
  });
});

describe('a random id', () => {
  test('is 16 bytes in 22 characters, and never the same', () => {
    const ids = Array.from({ length: 1_000 }, () => randomId());
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) {
      expect(id).toHaveLength(22);
      expect(fromBase64url(id)).toHaveLength(16);
    }
  });
});
