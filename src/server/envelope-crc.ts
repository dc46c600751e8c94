import { crc32 } from 'node:zlib';

/** What of a stored row the sum covers besides its place. */
interface SummedFields {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly round: string | null;
  readonly sealed: string;
}

/**
 * CRC-32 of an envelope at its place. SQLite does not notice a byte that a disk has changed within a page; with
 * this the mailbox does, and never hands such a row out. It is no defence against people: seals are.
 */
export function envelopeCrc(space: string, seq: number, fields: SummedFields): number {
  const { id, kind, key, round, sealed } = fields;
  return crc32(`${space} ${seq} ${id} ${kind} ${key} ${round ?? ''} ${sealed}`);
}
