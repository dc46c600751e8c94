import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelopeKinds, type Envelope } from '#protocol/envelope.ts';
import { fromExchangeFile, toExchangeFile } from '#sync/exchange-file.ts';

const bytes = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((drawn) => Buffer.from(drawn).toString('base64url'));
const id = bytes(16);
const envelope: fc.Arbitrary<Envelope> = fc.record({
  v: fc.constant(1 as const),
  id,
  kind: fc.constantFrom(...envelopeKinds),
  key: id,
  round: fc.option(id),
  sealed: fc.integer({ min: 1, max: 90 }).chain(bytes),
});
/** A line that is no envelope, and is not empty either. */
const garbage = fc.oneof(
  fc.string({ minLength: 1 }).map((text) => `?${text.replaceAll(/[\r\n]/g, ' ')}`),
  envelope.map((one) => JSON.stringify({ ...one, kind: 'rumour' })),
  envelope.map((one) => JSON.stringify({ ...one, id: 'short' })),
  envelope.map((one) => JSON.stringify({ ...one, more: 1 })),
  envelope.map((one) => JSON.stringify(one).slice(0, -5)),
);

describe('the file with everything', () => {
  it('gives back what was written to it', () => {
    fc.assert(
      fc.property(id, fc.array(envelope), (space, envelopes) => {
        const file = fromExchangeFile(toExchangeFile(space, envelopes));
        expect(file).toEqual({ space, envelopes, unread: [] });
      }),
    );
  });

  it('keeps lines that it cannot read as they stood, and reads the rest', () => {
    const lines = fc.array(fc.oneof(garbage, envelope));
    fc.assert(
      fc.property(id, lines, fc.constantFrom('\n', '\r\n'), (space, drawn, lineEnd) => {
        const head = toExchangeFile(space, []).trimEnd();
        const text = drawn.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
        const file = fromExchangeFile(`\uFEFF${[head, ...text, '', ''].join(lineEnd)}`);
        expect(file?.envelopes).toEqual(drawn.filter((one) => typeof one !== 'string'));
        expect(file?.unread.map((line) => line.text)).toEqual(
          drawn.filter((one) => typeof one === 'string'),
        );
      }),
    );
  });

  it.each([
    '',
    'hej',
    '{}',
    '{"spegla":"envelopes","v":1}',
    '{"spegla":"envelopes","v":2,"space":"AAAAAAAAAAAAAAAAAAAAAA"}',
    '{"spegla":"recipes","v":1,"space":"AAAAAAAAAAAAAAAAAAAAAA"}',
    '{"spegla":"envelopes","v":1,"space":"../../etc"}',
  ])('is no such file when it begins with %j', (text) => {
    expect(fromExchangeFile(text)).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([undefined, 'object']).toContain(
          fromExchangeFile(text) === undefined ? undefined : 'object',
        );
      }),
    );
  });
});
