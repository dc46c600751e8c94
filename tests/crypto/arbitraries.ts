import fc from 'fast-check';
import { toBase64url, type Bytes } from '#crypto/bytes.ts';
import { kindCodes, type SealContext, type SealedKind } from '#crypto/envelope-seal.ts';

export const kinds = Object.keys(kindCodes) as SealedKind[];

export function bytes(maxLength: number): fc.Arbitrary<Bytes> {
  return fc.uint8Array({ maxLength }).map((drawn) => new Uint8Array(drawn));
}

export const id: fc.Arbitrary<string> = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map(toBase64url);

/** Any place that an envelope can have. */
export function context(kind: fc.Arbitrary<SealedKind>): fc.Arbitrary<SealContext> {
  return fc.record({
    kind,
    space: id,
    round: fc.option(id),
    cardHash: fc.option(id),
    id,
    key: id,
  });
}
