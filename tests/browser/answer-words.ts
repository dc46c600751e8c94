import { readFileSync } from 'node:fs';
import { createFormTexts } from '#i18n/form-texts.ts';
import type answerFile from '#locales/sv/answer.json';
import type childrenFile from '#locales/sv/children.json';
import type parentsFile from '#locales/sv/parents.json';
import type tabletFile from '#locales/sv/tablet.json';
import type welcomeFile from '#locales/sv/welcome.json';
import { wordsOf, type Words } from './texts.ts';

/** What the answering pages say, in one of their languages. */
export type AnswerWords = Pick<Words, 'answer' | 'tablet' | 'welcome' | 'parents' | 'children'>;

interface Files {
  answer: typeof answerFile;
  tablet: typeof tabletFile;
  welcome: typeof welcomeFile;
  parents: typeof parentsFile;
  children: typeof childrenFile;
}

function read<Name extends keyof Files>(language: string, name: Name): Files[Name] {
  const path = new URL(`../../locales/${language}/${name}.json`, import.meta.url);
  // check-locales.ts holds every language's file to the keys of the Swedish one.
  return JSON.parse(readFileSync(path, 'utf8')) as Files[Name];
}

/** The answering pages' words in a language. */
export function answerWords(language: string): AnswerWords {
  return {
    answer: wordsOf(read(language, 'answer')),
    tablet: wordsOf(read(language, 'tablet')),
    welcome: wordsOf(read(language, 'welcome')),
    parents: createFormTexts(read(language, 'parents')),
    children: createFormTexts(read(language, 'children')),
  };
}
