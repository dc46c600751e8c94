import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pad, paddedSizes, unpad } from '#crypto/padding.ts';
import { concat } from '#crypto/bytes.ts';
import { bytes } from './arbitraries.ts';

describe('padding', () => {
  test.each([
    [0, 1_024],
    [1, 1_024],
    [1_023, 1_024],
    [1_024, 4_096],
    [4_095, 4_096],
    [4_096, 16_384],
    [16_383, 16_384],
  ])('makes %i bytes into exactly %i', (length, padded) => {
    expect(pad(new Uint8Array(length).fill(1))).toHaveLength(padded);
  });

  test('refuses what leaves no room for its mark', () => {
    expect(pad(new Uint8Array(16_384))).toBeUndefined();
    expect(pad(new Uint8Array(20_000))).toBeUndefined();
  });

  test('knows the sizes of the protocol and no others', () => {
    expect(paddedSizes).toEqual([1_024, 4_096, 16_384]);
    fc.assert(
      fc.property(bytes(17_000), (plain) => {
        const padded = pad(plain);
        expect(padded === undefined ? plain.length >= 16_384 : true).toBe(true);
        if (padded) expect(paddedSizes).toContain(padded.length);
      }),
    );
  });

  // The texts that could be mistaken for their own padding.
  const looksLikePadding = fc
    .tuple(bytes(1_200), fc.array(fc.constantFrom(0x80, 0x00), { maxLength: 40 }))
    .map(([head, tail]) => concat(head, Uint8Array.from(tail)));

  test('comes off again whatever the text ends in', () => {
    fc.assert(
      fc.property(looksLikePadding, (plain) => {
        const padded = pad(plain);
        expect(padded && unpad(padded)).toEqual(plain);
      }),
    );
  });

  test.each([
    ['nothing at all', Uint8Array.of()],
    ['only zeros', new Uint8Array(1_024)],
    ['no mark before the zeros', concat(Uint8Array.of(1, 2, 3), new Uint8Array(1_021))],
  ])('is not found in %s', (_, plain) => {
    expect(unpad(plain)).toBeUndefined();
  });
});
