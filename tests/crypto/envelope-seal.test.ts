import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aeadKey } from '#crypto/aead.ts';
import { fromBase64url, toBase64url, utf8, type Bytes } from '#crypto/bytes.ts';
import {
  additionalData,
  kindCodes,
  openBytes,
  sealBytes,
  type OpeningKey,
  type SealContext,
  type SealedKind,
  type SealingKey,
} from '#crypto/envelope-seal.ts';
import { hpkeSeal, newDevicePair } from '#crypto/hpke.ts';
import { randomBytes, randomId } from '#crypto/random.ts';
import { bytes, context, id, kinds } from './arbitraries.ts';
import { toHex } from './hex.ts';

interface Keys {
  readonly sealing: SealingKey;
  readonly opening: OpeningKey;
}
let hpke: Keys;
let aead: Keys;

beforeAll(async () => {
  const pair = await newDevicePair();
  const key = await aeadKey(randomBytes(32));
  hpke = {
    sealing: { type: 'hpke', publicKey: pair.publicKey },
    opening: { type: 'hpke', pair },
  };
  aead = { sealing: { type: 'aead', key }, opening: { type: 'aead', key } };
});

function keysFor(kind: SealedKind): Keys {
  return kind === 'answer' || kind === 'grant' ? hpke : aead;
}

const place = (kind: SealedKind): SealContext => ({
  kind,
  space: randomId(),
  round: randomId(),
  cardHash: randomId(),
  id: randomId(),
  key: randomId(),
});

async function sealed(plain: Bytes, where: SealContext): Promise<Bytes> {
  const result = await sealBytes(keysFor(where.kind).sealing, plain, where);
  if (result === undefined) throw new Error('did not seal');
  return result;
}

function opened(bytesThere: Bytes, where: SealContext): Promise<Bytes | undefined> {
  return openBytes(keysFor(where.kind).opening, bytesThere, where);
}

/** The same bytes with some bits of one byte turned. */
function flipped(original: Bytes, at: number, bits = 0x01): Bytes {
  const changed = original.slice();
  changed[at] = (changed[at] ?? 0) ^ bits;
  return changed;
}

describe('the additional data', () => {
  test('is laid out byte by byte as docs/protocol.md says', () => {
    const text = (byte: number) => toBase64url(new Uint8Array(16).fill(byte));
    const laidOut = additionalData({
      kind: 'voice',
      space: text(0x11),
      round: text(0x22),
      cardHash: text(0x33),
      id: text(0x44),
      key: text(0x55),
    });
    expect(toHex(laidOut)).toBe(
      [
        '737065676c612f31',
        '01',
        '04',
        '11'.repeat(16),
        '22'.repeat(16),
        '33'.repeat(16),
        '44'.repeat(16),
        '55'.repeat(16),
        '00'.repeat(8),
      ].join(''),
    );
  });

  test('is 98 bytes for every kind, with zeros where there is no round and no card', () => {
    for (const kind of kinds) {
      const laidOut = additionalData({ ...place(kind), round: null, cardHash: null });
      expect(laidOut).toHaveLength(98);
      expect(laidOut[9]).toBe(kindCodes[kind]);
      expect(toHex(laidOut.subarray(26, 58))).toBe('00'.repeat(32));
    }
  });

  test('numbers the kinds as the protocol froze them', () => {
    expect(kindCodes).toEqual({
      answer: 1,
      edit: 2,
      fact: 3,
      voice: 4,
      roundKey: 5,
      grant: 6,
      invite: 7,
      purge: 8,
    });
  });

  test('differs for any two places that differ', () => {
    fc.assert(
      fc.property(
        context(fc.constantFrom(...kinds)),
        context(fc.constantFrom(...kinds)),
        (one, other) => {
          // A null id and sixteen zeros are the same bytes, and chance does not draw the latter.
          const same = JSON.stringify(one) === JSON.stringify(other);
          expect(toHex(additionalData(one)) === toHex(additionalData(other))).toBe(same);
        },
      ),
    );
  });

  test('takes only ids of 16 bytes', () => {
    expect(() => additionalData({ ...place('edit'), id: 'AAAA' })).toThrow(RangeError);
    expect(() => additionalData({ ...place('edit'), key: randomId() + 'AAAA' })).toThrow(
      RangeError,
    );
  });
});

describe.each(kinds)('an envelope of kind %s', (kind) => {
  test('opens in its place to what was sealed', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(2_000), context(fc.constant(kind)), async (plain, where) => {
        expect(await opened(await sealed(plain, where), where)).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  test('is refused for every single byte that changes', async () => {
    const where = place(kind);
    const original = await sealed(utf8('{"v":1}'), where);
    const positions = Array.from(original, (_, at) => at);
    const refusals = await Promise.all(positions.map((at) => opened(flipped(original, at), where)));
    expect(refusals.filter((plain) => plain !== undefined)).toEqual([]);
    expect(await opened(original, where)).toEqual(utf8('{"v":1}'));
  });

  test('is refused for any bits turned in any byte', async () => {
    const where = place(kind);
    const original = await sealed(utf8('{"v":1,"text":"tack"}'), where);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: original.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, bits) => {
          expect(await opened(flipped(original, at, bits), where)).toBeUndefined();
        },
      ),
    );
  });

  test.each(['space', 'round', 'cardHash', 'id', 'key'] as const)(
    'is refused for every changed byte of its %s',
    async (field) => {
      const where = place(kind);
      const original = await sealed(utf8('{"v":1}'), where);
      const named = fromBase64url(where[field] ?? '');
      for (let at = 0; at < 16; at += 1) {
        const elsewhere = { ...where, [field]: toBase64url(flipped(named, at)) };
        expect(await opened(original, elsewhere)).toBeUndefined();
      }
    },
  );

  test('is refused in any other place', async () => {
    const where = place(kind);
    const original = await sealed(utf8('{"v":1}'), where);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('space', 'round', 'cardHash', 'id', 'key'),
        id,
        async (field, other) => {
          expect(await opened(original, { ...where, [field]: other })).toBeUndefined();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is refused when its round or its card is taken away', async () => {
    const where = place(kind);
    const original = await sealed(utf8('{"v":1}'), where);
    expect(await opened(original, { ...where, round: null })).toBeUndefined();
    expect(await opened(original, { ...where, cardHash: null })).toBeUndefined();
  });

  test('is refused as any other kind, with the same key in hand', async () => {
    const where = place(kind);
    const original = await sealed(utf8('{"v":1}'), where);
    for (const other of kinds.filter((each) => each !== kind)) {
      const plain = await openBytes(keysFor(kind).opening, original, { ...where, kind: other });
      expect(plain).toBeUndefined();
    }
  });

  test('is refused by a key of the same sort that is not its own', async () => {
    const where = place(kind);
    const original = await sealed(utf8('{"v":1}'), where);
    const stranger: OpeningKey =
      keysFor(kind).opening.type === 'hpke'
        ? { type: 'hpke', pair: await newDevicePair() }
        : { type: 'aead', key: await aeadKey(randomBytes(32)) };
    expect(await openBytes(stranger, original, where)).toBeUndefined();
  });
});

describe('the length of a sealed answer', () => {
  test('has one of three values, whatever was ticked or written', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(16_383), async (plain) => {
        const answer = await sealed(plain, place('answer'));
        expect([1_024, 4_096, 16_384]).toContain(answer.length - 65 - 16);
      }),
      { numRuns: 30 },
    );
  });

  test('is the same for one mark and for forty', async () => {
    const one = await sealed(utf8('{"marks":{"a":1}}'), place('answer'));
    const forty = await sealed(utf8(JSON.stringify({ marks: 'x'.repeat(900) })), place('answer'));
    expect(one.length).toBe(forty.length);
  });

  test('has an end: what is longer than the largest size is not sealed', async () => {
    const tooLong = new Uint8Array(16_384);
    expect(await sealBytes(hpke.sealing, tooLong, place('answer'))).toBeUndefined();
  });

  test('is not hidden for other kinds', async () => {
    const edit = await sealed(utf8('twelve bytes'), place('edit'));
    expect(edit).toHaveLength(12 + 12 + 16);
  });

  test('does not open where the padding is missing, though the seal is whole', async () => {
    const where = place('answer');
    if (hpke.sealing.type !== 'hpke') throw new Error('an answer is sealed with HPKE');
    const unpadded = await hpkeSeal(
      hpke.sealing.publicKey,
      new Uint8Array(1_024),
      'spegla/1 answer',
      additionalData(where),
    );
    expect(await opened(unpadded, where)).toBeUndefined();
  });
});
