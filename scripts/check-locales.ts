/**
 * Holds the languages together: `node scripts/check-locales.ts` prints one line a fault and exits 1.
 * The rules are in locale-check.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { answerLanguages } from '../src/i18n/answer-languages.ts';
import { localeFaults, type Locales, type LocaleTree } from './locale-check.ts';

const localesFolder = join(import.meta.dirname, '..', 'locales');

function readNamespaces(language: string): Record<string, LocaleTree> {
  const folder = join(localesFolder, language);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => {
      const tree: LocaleTree = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [basename(file, '.json'), tree];
    }),
  );
}

const languages = readdirSync(localesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const locales: Locales = Object.fromEntries(
  languages.map((language) => [language, readNamespaces(language)]),
);
const sameAllowed: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'locale-same-allowed.json'), 'utf8'),
);

const faults = localeFaults(locales, {
  source: 'sv',
  staffLanguages: ['sv', 'en'],
  answerLanguages: answerLanguages.map(({ code }) => code),
  answerNamespaces: ['about', 'welcome', 'answer', 'tablet', 'parents', 'children', 'paper'],
  sameAllowed,
});
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(`check-locales: ${faults.length} faults`);
  process.exitCode = 1;
} else {
  console.log(`check-locales: ${languages.length} languages agree`);
}
