import { isIP } from 'node:net';
import type { PostgresSettings } from './postgres-database.ts';
import { done, refuse, type Result } from './result.ts';

/** What the environment says; docs and README list the variables. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Whether anyone may make a space. */
  readonly isOpen: boolean;
  readonly trustProxy: boolean | string;
  readonly logLevel: string;
  /** Where the mailbox is kept instead of a file in the data folder; null for the file. */
  readonly database: PostgresSettings | null;
}

const networkNames = new Set(['loopback', 'linklocal', 'uniquelocal']);
const logLevels = ['silent', 'error', 'warn', 'info'];

/** Reads the settings; a value that makes no sense comes back as a sentence, not as a default. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings> {
  const port = env['PORT'] || '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return refuse('badRequest', `PORT must be a number from 0 to 65535, not "${port}".`);
  }
  const create = env['SPEGLA_CREATE'] || '';
  if (create !== '' && create !== 'open') {
    return refuse('badRequest', `SPEGLA_CREATE must be "open" or unset, not "${create}".`);
  }
  const logLevel = env['SPEGLA_LOG'] || 'warn';
  if (!logLevels.includes(logLevel)) {
    return refuse('badRequest', `SPEGLA_LOG must be one of ${logLevels.join(', ')}.`);
  }
  const trustProxy = proxySetting(env['SPEGLA_TRUST_PROXY'] || 'false');
  if (trustProxy === null) {
    const meant = '"true", or the addresses or networks of your proxies with commas between them';
    return refuse('badRequest', `SPEGLA_TRUST_PROXY must be ${meant}.`);
  }
  const database = databaseSettings(env);
  if (!database.ok) return database;
  return done({
    port: Number(port),
    host: env['HOST'] || '127.0.0.1',
    dataFolder: env['SPEGLA_DATA'] || './data',
    isOpen: create === 'open',
    trustProxy,
    logLevel,
    database: database.value,
  });
}

/** The database of DATABASE_URL. What it says instead is never repeated: it may hold a password. */
function databaseSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<PostgresSettings | null> {
  const url = env['DATABASE_URL'] || '';
  const pool = env['SPEGLA_DATABASE_POOL'] || '10';
  if (!/^\d{1,3}$/.test(pool) || Number(pool) < 1) {
    return refuse('badRequest', `SPEGLA_DATABASE_POOL must be from 1 to 999, not "${pool}".`);
  }
  if (url === '') return done(null);
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    const meant = 'postgres://user:password@host:port/database';
    return refuse('badRequest', `DATABASE_URL must be like ${meant}, its parts percent-encoded.`);
  }
  return done({ url, poolSize: Number(pool) });
}

/** `true`, or a list of addresses, networks and Fastify's names for kinds of them; null for anything else. */
function proxySetting(text: string): boolean | string | null {
  if (text === 'true' || text === 'false') return text === 'true';
  const isProxy = (part: string) => {
    const [address = '', bits = '0'] = part.trim().split('/');
    return networkNames.has(part.trim()) || (isIP(address) !== 0 && /^\d{1,3}$/.test(bits));
  };
  return text.split(',').every(isProxy) ? text : null;
}
