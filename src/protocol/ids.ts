import * as v from 'valibot';

/** 16 random bytes as base64url: spaces, records, rounds, keys, devices, invites. 22 characters. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'must be 16 bytes as base64url'),
);

/** SHA-256 of a token, as base64url: the only form of a token that the mailbox stores. 43 characters. */
export const tokenHashSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'must be 32 bytes as base64url'),
);

/** A calendar day, YYYY-MM-DD. */
export const daySchema = v.pipe(
  v.string(),
  v.isoDate('must be a day, YYYY-MM-DD'),
  v.check(isRealDay, 'must be a day of the calendar, 2000–2999'),
);

/** Days are compared as text and counted with: both need four-digit years and days that exist. */
function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 2000 && year <= 2999 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

export const base64urlSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]+$/, 'must be base64url without padding'),
);
