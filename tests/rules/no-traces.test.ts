import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const repository = join(import.meta.dirname, '..', '..');

/** What a commit would hold: tracked files, and new ones that nothing ignores. */
const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 26 },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(repository, file)));

const texts = files
  .map((file) => ({ file, bytes: readFileSync(join(repository, file)) }))
  .filter(({ bytes }) => !bytes.includes(0))
  .map(({ file, bytes }) => ({ file, lines: bytes.toString('utf8').split('\n') }));

/** `file:line` of every line that matches. */
function placesOf(pattern: RegExp, isMeant: (file: string) => boolean = () => true): string[] {
  return texts
    .filter(({ file }) => isMeant(file))
    .flatMap(({ file, lines }) =>
      lines.flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}`] : [])),
    );
}

/** Written apart, so that this file does not find itself. */
const apart = (...parts: readonly string[]) => parts.join('');

describe('the files of the project', () => {
  test('are there to be looked at', () => {
    expect(files).toContain('package.json');
    expect(texts.length).toBeGreaterThan(50);
  });

  test('name no package registry: who builds it chooses his own', () => {
    const hosts = [
      apart('registry.npm', 'js.org'),
      apart('registry.yarn', 'pkg.com'),
      apart('npm.pkg.', 'github.com'),
      apart('py', 'pi.org'),
      apart('deb.deb', 'ian.org'),
      apart('crates', '.io'),
      apart('proxy.go', 'lang.org'),
      apart('un', 'pkg.com'),
      apart('cdn.js', 'delivr.net'),
    ];
    const pattern = new RegExp(hosts.map((host) => host.replaceAll('.', '[.]')).join('|'));
    expect(placesOf(pattern)).toEqual([]);
  });

  test('lock packages by their content, not by an address', () => {
    expect(placesOf(/"resolved":/, (file) => file === 'package-lock.json')).toEqual([]);
  });

  test('name no folder of somebody’s machine', () => {
    const unix = /(?<![\w.~$}\])/*@-])\/(?:work|root|home|tmp|Users|private)\/[\w.-]/;
    expect(placesOf(unix)).toEqual([]);
    expect(placesOf(/\b[A-Z]:\\\\?Users\\/)).toEqual([]);
  });

  test('leave nothing for later: what is not done is an issue, not a comment', () => {
    const later = new RegExp(`\\b(?:${apart('TO', 'DO')}|${apart('FIX', 'ME')})\\b`);
    // What is everything in Spanish may be shouted in a translation.
    expect(placesOf(later, (file) => !file.startsWith('locales/'))).toEqual([]);
  });

  test('leave no test out', () => {
    const leftOut = /\.(?:only|skip|todo)(?:\.each)?\(|\b(?:x|f)(?:it|test|describe)\(/;
    expect(placesOf(leftOut, (file) => file.startsWith('tests/'))).toEqual([]);
  });

  test('hold no secret key', () => {
    expect(placesOf(/-----BEGIN [A-Z ]*PRIVATE KEY-----/)).toEqual([]);
  });
});
