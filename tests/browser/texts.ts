import answerEnglishFile from '#locales/en/answer.json' with { type: 'json' };
import custodyEnglishFile from '#locales/en/custody.json' with { type: 'json' };
import childrenEnglishFile from '#locales/en/children.json' with { type: 'json' };
import keysEnglishFile from '#locales/en/keys.json' with { type: 'json' };
import meetingEnglishFile from '#locales/en/meeting.json' with { type: 'json' };
import parentsEnglishFile from '#locales/en/parents.json' with { type: 'json' };
import reflectionEnglishFile from '#locales/en/reflection.json' with { type: 'json' };
import resultsEnglishFile from '#locales/en/results.json' with { type: 'json' };
import tabletEnglishFile from '#locales/en/tablet.json' with { type: 'json' };
import teamEnglishFile from '#locales/en/team.json' with { type: 'json' };
import welcomeEnglishFile from '#locales/en/welcome.json' with { type: 'json' };
import answerFile from '#locales/sv/answer.json' with { type: 'json' };
import custodyFile from '#locales/sv/custody.json' with { type: 'json' };
import childrenFile from '#locales/sv/children.json' with { type: 'json' };
import keysFile from '#locales/sv/keys.json' with { type: 'json' };
import meetingFile from '#locales/sv/meeting.json' with { type: 'json' };
import parentsFile from '#locales/sv/parents.json' with { type: 'json' };
import reflectionFile from '#locales/sv/reflection.json' with { type: 'json' };
import resultsFile from '#locales/sv/results.json' with { type: 'json' };
import tabletFile from '#locales/sv/tablet.json' with { type: 'json' };
import teamFile from '#locales/sv/team.json' with { type: 'json' };
import welcomeFile from '#locales/sv/welcome.json' with { type: 'json' };
import { createFormTexts } from '#i18n/form-texts.ts';
import { createFormats } from '#i18n/formats.ts';

/** Every path of a locale file, plural forms by their full key. */
type Paths<Tree, Prefix extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Prefix}${Name}`
    : Paths<Tree[Name], `${Prefix}${Name}.`>;
}[keyof Tree & string];

type Params = Readonly<Record<string, string | number>>;
type Say<Tree> = (path: Paths<Tree>, params?: Params) => string;

/** The words of a locale file, so that a test follows them when they are changed. */
export function wordsOf<Tree extends object>(file: Tree): Say<Tree> {
  return (path, params = {}) => {
    let node: unknown = file;
    for (const name of String(path).split('.')) {
      node = typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
    }
    if (typeof node !== 'string') throw new Error(`no text ${String(path)}`);
    return node.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) =>
      String(params[name] ?? whole),
    );
  };
}

export const swedish = {
  language: 'sv' as 'sv' | 'en',
  team: wordsOf(teamFile),
  custody: wordsOf(custodyFile),
  results: wordsOf(resultsFile),
  meeting: wordsOf(meetingFile),
  keys: wordsOf(keysFile),
  answer: wordsOf(answerFile),
  tablet: wordsOf(tabletFile),
  welcome: wordsOf(welcomeFile),
  parents: createFormTexts(parentsFile),
  children: createFormTexts(childrenFile),
  reflection: createFormTexts(reflectionFile),
};
export type Words = typeof swedish;

export const english: Words = {
  language: 'en',
  team: wordsOf<typeof teamFile>(teamEnglishFile),
  custody: wordsOf<typeof custodyFile>(custodyEnglishFile),
  results: wordsOf<typeof resultsFile>(resultsEnglishFile),
  meeting: wordsOf<typeof meetingFile>(meetingEnglishFile),
  keys: wordsOf<typeof keysFile>(keysEnglishFile),
  answer: wordsOf<typeof answerFile>(answerEnglishFile),
  tablet: wordsOf<typeof tabletFile>(tabletEnglishFile),
  welcome: wordsOf<typeof welcomeFile>(welcomeEnglishFile),
  parents: createFormTexts(parentsEnglishFile),
  children: createFormTexts(childrenEnglishFile),
  reflection: createFormTexts(reflectionEnglishFile),
};

export const {
  team,
  custody,
  results,
  meeting,
  keys,
  answer,
  tablet,
  welcome,
  parents,
  children,
  reflection,
} = swedish;
export const formats = createFormats('sv');
