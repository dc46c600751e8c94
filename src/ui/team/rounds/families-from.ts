/** A count of families as written: null if left empty, undefined if it is no whole number. */
export function familiesFrom(text: string): number | null | undefined {
  const trimmed = text.replaceAll(/\s/g, '');
  if (trimmed === '') return null;
  return /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : undefined;
}
