import fc from 'fast-check';
import type { JsonValue } from '#records/json.ts';

/** JSON values of every shape; -0 is left out because JSON itself cannot carry it. */
export const jsonValue: fc.Arbitrary<JsonValue> = fc.jsonValue({ maxDepth: 4 }).map(
  // A round trip through JSON leaves exactly what a record could have brought.
  (drawn): JsonValue => JSON.parse(JSON.stringify(drawn)),
);

/** The same value with the members of every object in another order. */
export function reordered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reordered(member)]),
  );
}
