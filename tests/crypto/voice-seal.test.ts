import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '#crypto/bytes.ts';
import { derivedToken, purposes, shortHashOfBytes } from '#crypto/purposes.ts';
import { openVoice, sealVoice } from '#crypto/voice-seal.ts';
import { randomBytes, randomId } from '#crypto/random.ts';

function newLink() {
  return { secret: randomId(), round: randomId(), cardHash: randomId() };
}

describe('a recorded prompt of a round', () => {
  test('opens for who holds the link, and carries nothing but ids in the clear', async () => {
    const [link, space, id] = [newLink(), randomId(), randomId()];
    const envelope = await sealVoice(link, space, id, '{"data":"å"}');
    const { round } = link;
    const sealed = expect.stringMatching(/^[A-Za-z0-9_-]+$/);
    expect(envelope).toEqual({ v: 1, id, kind: 'voice', key: round, round, sealed });
    expect(await openVoice(link, space, envelope)).toBe('{"data":"å"}');
  });

  test('does not open under another secret, card, round, space or id', async () => {
    const [link, space, id] = [newLink(), randomId(), randomId()];
    const { sealed } = await sealVoice(link, space, id, 'words');
    expect(await openVoice({ ...link, secret: randomId() }, space, { id, sealed })).toBeUndefined();
    expect(
      await openVoice({ ...link, cardHash: randomId() }, space, { id, sealed }),
    ).toBeUndefined();
    expect(await openVoice({ ...link, round: randomId() }, space, { id, sealed })).toBeUndefined();
    expect(await openVoice(link, randomId(), { id, sealed })).toBeUndefined();
    expect(await openVoice(link, space, { id: randomId(), sealed })).toBeUndefined();
  });

  test('does not open with one bit turned, nor as noise', async () => {
    const [link, space, id] = [newLink(), randomId(), randomId()];
    const bytes = fromBase64url((await sealVoice(link, space, id, 'a short prompt')).sealed);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(await openVoice(link, space, { id, sealed: toBase64url(changed) })).toBeUndefined();
      }),
    );
    for (const sealed of ['', 'A', 'å', 'AAAA']) {
      expect(await openVoice(link, space, { id, sealed })).toBeUndefined();
    }
  });

  test('has a key of its own: not the one of the card, and no token', async () => {
    const secret = randomId();
    const { voiceKey, cardKey, answerToken } = purposes;
    const all = [voiceKey, cardKey, answerToken].map((purpose) => derivedToken(secret, purpose));
    expect(new Set(await Promise.all(all)).size).toBe(3);
  });

  test('is named in the card by the first 16 bytes of its hash', async () => {
    const bytes = randomBytes(1_000);
    expect(fromBase64url(await shortHashOfBytes(bytes))).toHaveLength(16);
    const changed = bytes.slice();
    changed[999] = (changed[999] ?? 0) ^ 1;
    expect(await shortHashOfBytes(changed)).not.toBe(await shortHashOfBytes(bytes));
  });
});
