/** A field's value as text; whatever else stands in the field is an empty text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A field's value as a count: a whole number from 0 up, or null for whatever else stands there. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** A field's value as a day (YYYY-MM-DD), or an empty text. */
export function dayOf(value: unknown): string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';
}

/** A verksamhetsår as it stands in a path or a field, or null. */
export function yearOf(value: unknown): number | null {
  const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value;
  return typeof year === 'number' && Number.isInteger(year) && year >= 1000 && year <= 9999
    ? year
    : null;
}

/** A field's value as named members; whatever is no object has none. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map(isObject ? Object.entries(value) : []);
}
