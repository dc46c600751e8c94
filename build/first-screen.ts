import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync, type Plugin } from 'vite';
import { answerLanguages, tagsOf, type AnswerLanguage } from '../src/i18n/answer-languages.ts';

interface FirstTexts {
  readonly welcome: string;
  readonly lead: string;
  readonly start: string;
  readonly wait: string;
  readonly failed: string;
  readonly again: string;
  readonly noScript: string;
}

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function firstTexts(language: string): FirstTexts {
  return JSON.parse(read(`locales/${language}/welcome.json`)) as FirstTexts;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function languageButton(language: AnswerLanguage): string {
  const { code, name, direction } = language;
  const texts = firstTexts(code);
  const data = (['welcome', 'lead', 'wait', 'failed', 'again'] as const)
    .map((key) => `data-${key}="${escaped(texts[key])}"`)
    .join(' ');
  return (
    `<li><button class="welcome-language" type="button" aria-pressed="false" lang="${code}" dir="${direction}" ` +
    `data-language="${code}" data-tags="${escaped(tagsOf(language))}" ${data}>` +
    `<span><span class="welcome-name">${escaped(name)}</span>` +
    `<span class="welcome-start">${escaped(texts.start)}</span></span></button></li>`
  );
}

function withoutScript({ code, direction }: AnswerLanguage): string {
  return `<p lang="${code}" dir="${direction}">${escaped(firstTexts(code).noScript)}</p>`;
}

/** The welcome, as it stands in the document before any script has come. */
export function firstScreenBody(): string {
  const first = answerLanguages[0];
  if (first === undefined) throw new Error('no languages');
  const texts = firstTexts(first.code);
  return [
    '<main id="welcome" class="welcome">',
    // The same mark as the team's pages have (src/ui/team/shell/mirror-mark.tsx).
    '<svg class="welcome-mark" viewBox="0 0 96 96" aria-hidden="true">',
    '<path class="wall" d="M26 36h44v12H26z"/><path class="roof" d="M20 32 48 11l28 21v4H20z"/>',
    '<path class="glow" d="M43 38h10v10H43z"/><path class="wall" d="M8 50.5h80"/>',
    '<path class="roof dim" d="M26 54h44v4H26zM27 62h42v4H27zM24 70h48v4H24zM34 78h28v4H34zM44 86h8v3h-8z"/>',
    '<path class="glow dim" d="M43 54h10v4H43zM44 62h8v4h-8z"/></svg>',
    '<div class="welcome-words"><p id="welcome-centre" class="welcome-centre"></p>',
    `<h1 id="welcome-title" tabindex="-1">${escaped(texts.welcome)}</h1>`,
    `<p id="welcome-lead" class="welcome-lead">${escaped(texts.lead)}</p></div>`,
    `<ul class="welcome-languages">${answerLanguages.map(languageButton).join('')}</ul>`,
    '<p id="welcome-status" class="welcome-status" role="status"></p>',
    `<button id="welcome-again" class="welcome-again" type="button" hidden>${escaped(texts.again)}</button>`,
    `<noscript>${answerLanguages.map(withoutScript).join('')}</noscript>`,
    '</main>',
  ].join('');
}

function firstScript(): string {
  const path = 'src/ui/answer/first-screen/first-script.js';
  return minifySync(path, read(path)).code;
}

/**
 * Puts the answering page's first screen into answer.html: style, words in every language of the
 * list, and the few lines of script that remember a tap. Served so by the dev server, too.
 */
export function firstScreen(): Plugin {
  return {
    name: 'spegla-first-screen',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { path }) {
        if (!path.endsWith('answer.html')) return html;
        // Charts are the team's: their colours need not travel to a phone.
        const tokens = read('src/ui/parts/tokens.css').replaceAll(
          /\s*--(?:year|point)-\d: [^;]+;/gu,
          '',
        );
        const style = tokens + read('src/ui/answer/first-screen/first-screen.css');
        return html
          .replace('<!-- first-screen:style -->', () => `<style>${style}</style>`)
          .replace('<!-- first-screen:body -->', firstScreenBody)
          .replace('<!-- first-screen:script -->', () => `<script>${firstScript()}</script>`);
      },
    },
  };
}
