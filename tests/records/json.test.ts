import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { canonicalJson, jsonValueSchema } from '#records/json.ts';
import { jsonValue, reordered } from './arbitraries.ts';

describe('canonical JSON', () => {
  test.each([
    [null, 'null'],
    [true, 'true'],
    [-0, '0'],
    [1e21, '1e+21'],
    ['å "\n', '"å \\"\\n"'],
    [[], '[]'],
    [[1, [2]], '[1,[2]]'],
    [{}, '{}'],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: { z: 1, y: [{ d: 1, c: 2 }] } }, '{"a":{"y":[{"c":2,"d":1}],"z":1}}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('sorts keys by code unit: capitals first, å after z, digits as text', () => {
    expect(canonicalJson({ å: 1, a: 1, B: 1, z: 1, '10': 1, '9': 1 })).toBe(
      '{"10":1,"9":1,"B":1,"a":1,"z":1,"å":1}',
    );
  });

  test('is JSON that says the same', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  test('does not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('is one text for one value: a second pass changes nothing', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test('differs where values differ', () => {
    fc.assert(
      fc.property(jsonValue, jsonValue, (one, other) => {
        const sameText = canonicalJson(one) === canonicalJson(other);
        let same = true;
        try {
          expect(one).toEqual(other);
        } catch {
          same = false;
        }
        expect(sameText).toBe(same);
      }),
    );
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [() => 1], [[undefined]]])(
    'refuses %s, which JSON cannot carry',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

describe('a JSON value', () => {
  const reaching = /"(?:__proto__|prototype|constructor)":/;

  test('is anything that JSON can say', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        fc.pre(!reaching.test(JSON.stringify(value)));
        expect(v.parse(jsonValueSchema, value)).toEqual(value);
      }),
    );
  });

  test('loses the three members that could reach a prototype, on every device alike', () => {
    const value: unknown = JSON.parse('{"__proto__":1,"prototype":1,"constructor":1,"kept":1}');
    expect(canonicalJson(v.parse(jsonValueSchema, value))).toBe('{"kept":1}');
  });

  test.each([[undefined], [Number.NaN], [Number.NEGATIVE_INFINITY], [() => 1], [{ a: undefined }]])(
    'is not %s',
    (value) => {
      expect(v.is(jsonValueSchema, value)).toBe(false);
    },
  );
});
