import { concat, type Bytes } from './bytes.ts';

/** The sizes that a padded plain text can have: its length then tells nothing of what was ticked. */
export const paddedSizes = [1_024, 4_096, 16_384] as const;

/** ISO/IEC 7816-4 padding (0x80 then zeros) to the next fixed size; undefined where nothing fits. */
export function pad(bytes: Uint8Array): Bytes | undefined {
  const size = paddedSizes.find((candidate) => bytes.length < candidate);
  if (size === undefined) return undefined;
  return concat(bytes, Uint8Array.of(0x80), new Uint8Array(size - bytes.length - 1));
}

/** Takes the padding off; undefined where there is none. */
export function unpad(bytes: Bytes): Bytes | undefined {
  let end = bytes.length - 1;
  while (end >= 0 && bytes[end] === 0) end -= 1;
  return end >= 0 && bytes[end] === 0x80 ? bytes.subarray(0, end) : undefined;
}
