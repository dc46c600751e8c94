import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '#records/json.ts';
import { canonicalJson } from '#records/json.ts';
import { parseRecord, type RecordKind } from '#records/record.ts';

const kinds: RecordKind[] = [
  'answer',
  'edit',
  'fact',
  'voice',
  'roundKey',
  'grant',
  'invite',
  'purge',
];
const parse = (kind: RecordKind, text: string) =>
  parseRecord({ id: 'id', kind, round: null }, text);

/** One good body of every kind, as docs/protocol.md lists them. */
const bodies: Record<RecordKind, Record<string, JsonValue>> = {
  answer: {
    v: 1,
    type: 'marks',
    form: 'reflection',
    formVersion: 1,
    mode: 'phone',
    marks: { r1: 5, r2: 'unknown' },
    choices: { role: ['midwife'] },
  },
  edit: {
    v: 1,
    path: 'centre/name',
    value: 'Solrosen',
    replaces: [],
    at: '2026-09-01T08:00:00Z',
    by: 'device',
  },
  fact: { v: 1, what: 'revealed', at: '2026-09-01T08:00:00Z', by: 'device' },
  voice: { v: 1, item: 'c1', language: 'ar', mime: 'audio/webm', data: 'AAAA' },
  roundKey: {
    v: 1,
    key: 'key',
    form: 'parents',
    formVersion: 1,
    year: 2026,
    publicKey: 'p',
    privateKey: 'q',
    linkSecret: 'l',
    kioskSecret: 'k',
    card: '{}',
    cardHash: 'h',
    sealedCard: 's',
    at: '2026-09-01T08:00:00Z',
    by: 'device',
  },
  grant: { v: 1, epoch: 'e', replaces: [], key: 'k' },
  invite: {
    v: 1,
    space: 's',
    centre: 'Solrosen',
    mailbox: null,
    epochs: [{ epoch: 'e', replaces: [], key: 'k' }],
    expires: '2026-12-08',
  },
  purge: { v: 1, at: '2026-09-01T08:00:00Z', by: 'device' },
};

describe('parsing a record', () => {
  test.each(kinds)('gives back a good %s, word for word', (kind) => {
    const parsed = parse(kind, canonicalJson(bodies[kind]));
    expect(parsed).toEqual({
      ok: true,
      record: { id: 'id', kind, round: null, body: bodies[kind] },
    });
  });

  test.each(kinds)('refuses a %s of a later version with its reason', (kind) => {
    expect(parse(kind, JSON.stringify({ ...bodies[kind], v: 2 }))).toEqual({
      ok: false,
      reason: 'badShape: v',
    });
  });

  test.each(kinds)('refuses a %s with any one member missing', (kind) => {
    for (const member of Object.keys(bodies[kind])) {
      const { [member]: _, ...rest } = bodies[kind];
      expect(parse(kind, JSON.stringify(rest))).toMatchObject({ ok: false });
    }
  });

  test.each(kinds)('never throws on any JSON in the place of a %s', (kind) => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parse(kind, text)).toMatchObject({ ok: false });
      }),
    );
  });

  test.each(kinds)('never throws on a %s with one member turned into something else', (kind) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(bodies[kind])),
        fc.jsonValue(),
        (member, value) => {
          const parsed = parse(kind, JSON.stringify({ ...bodies[kind], [member]: value }));
          expect(typeof parsed.ok).toBe('boolean');
        },
      ),
    );
  });

  test('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...kinds), (text, kind) => {
        expect(parse(kind, text)).toMatchObject({ ok: false });
      }),
    );
  });

  test('calls text that is no JSON what it is', () => {
    expect(parse('edit', '{"v":1')).toEqual({ ok: false, reason: 'notJson' });
    expect(parse('edit', '')).toEqual({ ok: false, reason: 'notJson' });
  });

  // A fact says all that a purge says, and more: only the header, which the seal binds, tells those apart.
  test.each(kinds.filter((kind) => kind !== 'purge'))(
    'does not take the body of any other kind for a %s',
    (kind) => {
      const others = kinds.filter((other) => other !== kind);
      const taken = others.filter((other) => parse(kind, canonicalJson(bodies[other])).ok);
      expect(taken).toEqual([]);
    },
  );

  test('keeps nothing that the schema does not name, such as a prototype', () => {
    const text = '{"v":1,"at":"a","by":"b","__proto__":{"polluted":true},"extra":1}';
    const parsed = parse('purge', text);
    expect(parsed).toEqual({
      ok: true,
      record: { id: 'id', kind: 'purge', round: null, body: { v: 1, at: 'a', by: 'b' } },
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('an answer', () => {
  const marks = (mark: JsonValue) =>
    parse('answer', JSON.stringify({ ...bodies.answer, marks: { r1: mark } })).ok;
  const text = (value: string) =>
    parse(
      'answer',
      JSON.stringify({
        v: 1,
        type: 'text',
        form: 'parents',
        formVersion: 1,
        item: 'p9',
        text: value,
      }),
    ).ok;

  test.each([1, 2, 3, 4, 5, 6, 'unknown', 'notHere', 'notUsed', 'declined'])(
    'may hold the mark %s',
    (mark) => {
      expect(marks(mark)).toBe(true);
    },
  );

  test.each([0, 7, 2.5, -1, '5', null, true, 'maybe', [3], {}])(
    'may not hold the mark %j',
    (mark) => {
      expect(marks(mark)).toBe(false);
    },
  );

  test('may hold a text of one to four thousand characters', () => {
    expect(text('')).toBe(false);
    expect(text('a')).toBe(true);
    expect(text('å'.repeat(4_000))).toBe(true);
    expect(text('å'.repeat(4_001))).toBe(false);
  });
});
