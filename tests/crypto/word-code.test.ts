import fc from 'fast-check';
import { expect, it } from 'vitest';
import { swedishWords } from '#crypto/swedish-words.ts';
import { codeWords, foldWord, fromWords, isSameWord, toWords } from '#crypto/word-code.ts';

const purpose = 'spegla/1 kit words';
const secrets = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Uint8Array.from(bytes));

it('has 1,024 words, each of which its first four letters tell from all others, whatever keyboard wrote them', () => {
  expect(swedishWords).toHaveLength(1_024);
  const heads = swedishWords.map((word) => foldWord(word).slice(0, 4));
  expect(new Set(heads).size).toBe(1_024);
  expect(swedishWords.filter((word) => !/^[a-zåäöé]{4,8}$/u.test(word))).toEqual([]);
});

it('gives every secret back from its words', async () => {
  await fc.assert(
    fc.asyncProperty(secrets, async (secret) => {
      const words = await toWords(secret, swedishWords, purpose);
      expect(words).toHaveLength(codeWords);
      expect(await fromWords(words.join(' '), swedishWords, purpose)).toEqual({ ok: true, secret });
    }),
    { numRuns: 50 },
  );
});

it('reads words as people type them', async () => {
  await fc.assert(
    fc.asyncProperty(
      secrets,
      fc.array(fc.nat(5), { minLength: 27, maxLength: 27 }),
      async (secret, ways) => {
        const words = await toWords(secret, swedishWords, purpose);
        const typed = words.map((word, at) => {
          const spelled = [
            word,
            word.toUpperCase(),
            foldWord(word),
            word.slice(0, 4),
            `${at + 1}. ${word},`,
            `\n\n  ${word.normalize('NFD')}\t`,
          ];
          return spelled[ways[at] ?? 0] ?? word;
        });
        expect(await fromWords(typed.join(' '), swedishWords, purpose)).toEqual({
          ok: true,
          secret,
        });
      },
    ),
    { numRuns: 50 },
  );
});

it('says which word is none, how many there are, and that two have changed places', async () => {
  const secret = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
  const words = await toWords(secret, swedishWords, purpose);
  const withTypo = words.with(3, 'qvast');
  expect(await fromWords(withTypo.join(' '), swedishWords, purpose)).toEqual({
    ok: false,
    why: 'unknownWord',
    word: 'qvast',
    place: 4,
  });
  expect(await fromWords(words.slice(1).join(' '), swedishWords, purpose)).toEqual({
    ok: false,
    why: 'count',
    count: 26,
  });
  const [first = '', second = '', ...rest] = words;
  expect(first).not.toBe(second);
  const swapped = [second, first, ...rest].join(' ');
  expect(await fromWords(swapped, swedishWords, purpose)).toEqual({ ok: false, why: 'checksum' });
  expect(isSameWord(' ÖPPNA', 'öppen')).toBe(false);
  expect(isSameWord(' OPPE', 'öppen')).toBe(true);
});

it('stays what is printed on papers that hang in safes', async () => {
  const secret = Uint8Array.from({ length: 32 }, (_, at) => at);
  expect((await toWords(secret, swedishWords, purpose)).join(' ')).toMatchInlineSnapshot(
    `"ackord andas detalj skola ankare byrå kust allmän axel etui skog gran björk glad boll matta brosch hövlig kasse smed båda koja ring arkiv dagg lyfta fisk"`,
  );
});
