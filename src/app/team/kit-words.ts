import { fromBase64url, toBase64url } from '#crypto/bytes.ts';
import { derivedPair, publicKeyText } from '#crypto/hpke.ts';
import { derive } from '#crypto/derive.ts';
import { purposes } from '#crypto/purposes.ts';
import { fromWords, isSameWord, toWords, type WordReading } from '#crypto/word-code.ts';
import type { Ledger } from '#projections/ledger.ts';
import { bookPaths } from '#records/book-paths.ts';
import { kitFragment, parseKitLink, type KitLink, type LinkMailbox } from '#records/links.ts';
import { kitId } from './device-secrets.ts';

/** What stands on the printed sheet. */
export interface KitSheet {
  readonly words: readonly string[];
  /** The link in its QR code: scanning it opens the page that restores the centre. */
  readonly link: string;
}

/** The kit as typed or scanned: its secret, and where the link says that the centre is. Or what is wrong with it. */
export type KitReading =
  | { readonly ok: true; readonly kit: string; readonly link: KitLink | null }
  | Exclude<WordReading, { ok: true }>
  | { readonly ok: false; readonly why: 'empty' | 'otherCode' };

// The list of words is only fetched where somebody prints or types a kit.
const wordList = async (): Promise<readonly string[]> =>
  (await import('#crypto/swedish-words.ts')).swedishWords;

/** A kit's words and its link. */
export async function kitSheet(
  kit: string,
  space: string,
  mailbox: LinkMailbox,
  pageUrl: string,
): Promise<KitSheet> {
  const words = await toWords(fromBase64url(kit), await wordList(), purposes.kitWords);
  const fragment = kitFragment({ space, secret: kit, mailbox });
  return { words, link: `${new URL('index.html', pageUrl).href}#${fragment}` };
}

/** Reads a kit from what was scanned (its link) or typed (its words). */
export async function readKit(text: string): Promise<KitReading> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, why: 'empty' };
  const link = parseKitLink(trimmed);
  if (link !== undefined) return { ok: true, kit: link.secret, link };
  if (/[#:/]/u.test(trimmed)) return { ok: false, why: 'otherCode' };
  const read = await fromWords(trimmed, await wordList(), purposes.kitWords);
  return read.ok ? { ok: true, kit: toBase64url(read.secret), link: null } : read;
}

/** Whether words typed from the paper are the ones asked for, each by its place (from 1). */
export function areKitWords(
  sheet: KitSheet,
  typed: ReadonlyMap<number, string>,
): readonly { readonly place: number; readonly isRight: boolean }[] {
  return [...typed].map(([place, word]) => ({
    place,
    isRight: isSameWord(word, sheet.words[place - 1] ?? ''),
  }));
}

/** Whether a kit is this centre's: it derives the public key that stands in the book. */
export async function isKitOf(ledger: Ledger, kit: string): Promise<boolean> {
  const expected = ledger.book.value(bookPaths.kitPublicKey(await kitId(kit)));
  const pair = await derivedPair(await derive(fromBase64url(kit), purposes.kitPair));
  return expected === (await publicKeyText(pair.publicKey));
}

/** Whether a scanned kit's link names the mailbox, so that nobody has to type its address. */
export function kitLinkSaysWhere(text: string): boolean {
  const link = parseKitLink(text);
  return link !== undefined && link.mailbox.at !== 'none';
}
