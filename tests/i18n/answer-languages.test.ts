import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { answerLanguages, suggestedLanguage } from '#i18n/answer-languages.ts';
import { firstScreenBody } from '../../build/first-screen.ts';

const root = join(import.meta.dirname, '../..');
const firstScript = readFileSync(join(root, 'src/ui/answer/first-screen/first-script.js'), 'utf8');

/** As much of a button as the first script touches. */
interface Button {
  readonly dataset: Readonly<Record<string, string>>;
  readonly dir: string;
  ariaCurrent: string | null;
  readonly parentElement: { readonly parentElement: { prepend(item: unknown): void } };
  addEventListener(): void;
}

/** The picker's buttons as they stand in the document, and those that were moved first. */
function setupPicker() {
  const moved: string[] = [];
  const buttons = [...firstScreenBody().matchAll(/<button class="welcome-language"[^>]*>/gu)].map(
    ([tag]): Button => {
      const attributes = Object.fromEntries(
        [...tag.matchAll(/([\w-]+)="([^"]*)"/gu)].map((match) => [match[1] ?? '', match[2] ?? '']),
      );
      const data = Object.entries(attributes).filter(([name]) => name.startsWith('data-'));
      const dataset = Object.fromEntries(data.map(([name, value]) => [name.slice(5), value]));
      const list = { prepend: () => moved.push(dataset['language'] ?? '') };
      return {
        dataset,
        dir: attributes['dir'] ?? '',
        ariaCurrent: null,
        parentElement: { parentElement: list },
        addEventListener: () => undefined,
      };
    },
  );
  return { buttons, moved };
}

/** What the first script, in the document's own words, makes of a browser's wishes. */
function greetedIn(wanted: readonly string[]) {
  const { buttons, moved } = setupPicker();
  const page = { lang: '', dir: '', dataset: {} as Record<string, string> };
  const part = { dataset: {}, querySelectorAll: () => buttons, addEventListener: () => undefined };
  const head = { append: () => undefined };
  runInNewContext(firstScript, {
    requestAnimationFrame: () => 0,
    document: {
      documentElement: page,
      getElementById: () => part,
      head,
      createElement: () => ({}),
    },
    navigator: { languages: wanted },
    location: { hash: '' },
    addEventListener: () => undefined,
  });
  const current = buttons.filter(({ ariaCurrent }) => ariaCurrent === 'true');
  return { page, moved, current: current.map(({ dataset }) => dataset['language']) };
}

const examples: readonly (readonly [readonly string[], string])[] = [
  ...answerLanguages.map(({ code }) => [[code], code] as const),
  [['en-GB', 'sv'], 'en'],
  [['xx', 'sv-SE'], 'sv'],
  [[], 'sv'],
  [['AR-sy'], 'ar'],
  [['es-419'], 'es'],
  [['ku'], 'kmr'],
  [['ku-TR'], 'kmr'],
  [['ku-Latn'], 'kmr'],
  [['ku-Latn-IQ'], 'kmr'],
  [['kmr-Latn-SY'], 'kmr'],
  [['ku-IQ'], 'ckb'],
  [['ku-ir'], 'ckb'],
  [['ku-Arab'], 'ckb'],
  [['KU-ARAB-TR'], 'ckb'],
  [['ckb-IR'], 'ckb'],
  [['ckb-Arab-IQ'], 'ckb'],
  [['prs'], 'fa'],
  [['prs-AF'], 'fa'],
  [['fa-AF'], 'fa'],
  [['fa-IR'], 'fa'],
  // Longer codes that begin alike are other languages.
  [['fil', 'tig', 'kur2', 'pl'], 'pl'],
  // No guess between neighbours: the next wish counts.
  ...['nb', 'nn-NO', 'no', 'da-DK'].map((tag) => [[tag, 'en'], 'en'] as const),
];

describe('the suggested language', () => {
  test.each(examples)('of %j is %s', (wanted, language) => {
    expect(suggestedLanguage(wanted)).toBe(language);
  });

  test.each(examples)('of %j is %s on the first screen, too', (wanted, language) => {
    const { page, moved, current } = greetedIn(wanted);
    expect(page.lang).toBe(language);
    expect(moved).toEqual([language]);
    expect(current).toEqual([language]);
  });

  test('is offered, never chosen', () => {
    expect(greetedIn(['ti']).page.dataset).toEqual({});
  });
});

test('languages are written from right to left where their script is', () => {
  const right = answerLanguages.filter(({ direction }) => direction === 'rtl');
  expect(right.map(({ code }) => code)).toEqual(['ar', 'fa', 'ckb']);
});
