import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerFragment,
  kitFragment,
  parseAnswerLink,
  parseKitLink,
  parseTeamLink,
  teamFragment,
  type AnswerLink,
  type LinkMailbox,
} from '#records/links.ts';

const base64url = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((drawn) => Buffer.from(drawn).toString('base64url'));
const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.constantFrom('localhost:8080', '[::1]:3000', 'spegla.example:8443'),
);
const mailbox: fc.Arbitrary<LinkMailbox> = fc.oneof(
  fc.constant<LinkMailbox>({ at: 'same' }),
  fc.constant<LinkMailbox>({ at: 'none' }),
  fc
    .tuple(fc.constantFrom('https://', 'http://'), host)
    .map(([scheme, name]): LinkMailbox => ({ at: 'other', origin: scheme + name })),
);
const answerLink: fc.Arbitrary<AnswerLink> = fc.record({
  round: base64url(16),
  secret: base64url(16),
  cardHash: base64url(16),
  kioskSecret: fc.option(base64url(16)),
  mailbox,
});
const teamLink = fc.record({ space: base64url(16), secret: base64url(32), mailbox });

describe('an answer link', () => {
  test('says again what it was made to say, with and without its #', () => {
    fc.assert(
      fc.property(answerLink, (link) => {
        expect(parseAnswerLink(answerFragment(link))).toEqual(link);
        expect(parseAnswerLink(`#${answerFragment(link)}`)).toEqual(link);
      }),
    );
  });

  test('has at most 200 characters on a usual origin, kiosk secret and foreign mailbox included', () => {
    const id = 'A'.repeat(22);
    const fragment = answerFragment({
      round: id,
      secret: id,
      cardHash: id,
      kioskSecret: id,
      mailbox: { at: 'other', origin: 'https://brevlada.familjecentral.kommun.se' },
    });
    expect(`https://spegla.familjecentral.kommun.se/answer.html#${fragment}`.length).toBeLessThan(
      201,
    );
  });

  test('is refused where one part is missing, cut short or too many', () => {
    fc.assert(
      fc.property(answerLink, fc.nat({ max: 3 }), (link, at) => {
        const parts = answerFragment({ ...link, kioskSecret: null, mailbox: { at: 'same' } }).split(
          '.',
        );
        const without = parts.filter((_, index) => index !== at);
        const short = parts.map((part, index) => (index === at ? part.slice(1) : part));
        // What is added at the end must not look like a mailbox or a kiosk secret.
        const doubled = [...parts, `x${parts[at]}`];
        for (const damaged of [without, short, doubled]) {
          expect(parseAnswerLink(damaged.join('.'))).toBeUndefined();
        }
      }),
    );
  });

  test.each(['', '#', '1', '2.x.y.z', 'join.1.x.y'])('is not "%s"', (text) => {
    expect(parseAnswerLink(text)).toBeUndefined();
  });

  test.each(['javascript:alert(1)', 'user@evil.example', 'a/b', 'a b', ''])(
    'is refused with "%s" for a mailbox',
    (origin) => {
      const id = 'A'.repeat(22);
      expect(parseAnswerLink(`1.${id}.${id}.${id}.o${origin}`)).toBeUndefined();
    },
  );
});

describe('a team link', () => {
  test('says again what it was made to say, as a fragment and as a whole address', () => {
    fc.assert(
      fc.property(teamLink, (link) => {
        expect(parseTeamLink(teamFragment(link))).toEqual(link);
        expect(parseTeamLink(` https://spegla.example/#${teamFragment(link)}\n`)).toEqual(link);
      }),
    );
  });

  test('is never taken for an answer link, nor the other way round', () => {
    fc.assert(
      fc.property(teamLink, answerLink, (team, answer) => {
        expect(parseAnswerLink(teamFragment(team))).toBeUndefined();
        expect(parseTeamLink(answerFragment(answer))).toBeUndefined();
      }),
    );
  });
});

test('reading a link never throws, whatever somebody scanned', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true }),
      (text, address) => {
        expect([parseAnswerLink(text), parseTeamLink(text)]).toEqual([undefined, undefined]);
        expect([parseAnswerLink(address), parseTeamLink(address)]).toEqual([undefined, undefined]);
      },
    ),
  );
});

describe('a kit link', () => {
  test('says again what it was made to say, and is no team link', () => {
    fc.assert(
      fc.property(teamLink, (link) => {
        const whole = `https://spegla.example/index.html#${kitFragment(link)}`;
        expect(parseKitLink(whole)).toEqual(link);
        expect(parseTeamLink(whole)).toBeUndefined();
        expect(parseKitLink(teamFragment(link))).toBeUndefined();
      }),
    );
  });
});
