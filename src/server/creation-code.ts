import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSameSecret } from './tokens.ts';

/** Letters that no one mistakes for another or for a digit, read from paper or over the phone. */
const letters = 'ABCDEFGHJKMNPQRTUVWXY';
const codePattern = /^[A-Z]{4}-[A-Z]{4}-[A-Z]{4}$/;

/** Twelve random letters in three groups, some 52 bits. */
export function newCreationCode(): string {
  const group = () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return [group(), group(), group()].join('-');
}

/** Whether what someone typed is the code; case and hyphens do not matter. */
export function isCreationCode(typed: string, code: string): boolean {
  const plain = (text: string) => text.toUpperCase().replaceAll('-', '');
  return isSameSecret(plain(typed), plain(code));
}

/**
 * The code of this data folder, made at the first start and the same ever after. Only the account that runs the
 * mailbox can read the file. Throws when the folder cannot be read or written.
 */
export async function keptCreationCode(folder: string): Promise<string> {
  const file = join(folder, 'creation-code');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (codePattern.test(kept.trim())) return kept.trim();
  const code = newCreationCode();
  await writeFile(file, `${code}\n`, { mode: 0o600 });
  return code;
}
