import type paperFile from '#locales/sv/paper.json';
import { dayIn } from './answer-dates.ts';
import { answerLanguage, answerLanguages, type AnswerLanguage } from './answer-languages.ts';
import { createFormTexts, type FormTexts } from './form-texts.ts';

/** What stands on paper besides a form's own texts. */
export type PaperKey =
  | `poster.${keyof (typeof paperFile)['poster']}`
  | `form.${keyof (typeof paperFile)['form']}`;

/** The forms that exist on paper. */
export type PaperForm = 'parents' | 'reflection';

/** All words of one language that are printed for those who answer. */
export interface PaperTexts {
  readonly language: AnswerLanguage;
  t(key: PaperKey, params?: Readonly<Record<string, string>>): string;
  /** A day in the Gregorian calendar; as figures (2026-11-15) where the browser does not know the language. */
  day(day: string): string;
  readonly form: FormTexts;
  /** "Questions from {{centre}}", over the centre's own questions. */
  localTitle(centre: string): string;
  /** Beside one of them that is not translated. */
  readonly onlySwedish: string;
  /** What stands over every line to write on. */
  readonly textNotice: string;
  responsible(name: string, contact: string): string;
}

type Tree = Readonly<Record<string, unknown>>;
type Loaders = Readonly<Record<string, () => Promise<Tree>>>;

// One chunk per language and file; of the answering page's file only the parts that paper shares with it.
const papers: Loaders = import.meta.glob<Tree>('/locales/*/paper.json', { import: 'default' });
const forms: Loaders = import.meta.glob<Tree>('/locales/*/{parents,reflection}.json', {
  import: 'default',
});
const locals: Loaders = import.meta.glob<Tree>('/locales/*/answer.json', { import: 'local' });
const starts: Loaders = import.meta.glob<Tree>('/locales/*/answer.json', { import: 'start' });
const reviews: Record<string, unknown> = import.meta.glob('/locales/*/about.json', {
  eager: true,
  import: 'reviewed',
});

/** The languages that a form can be printed in, in the order of every picker. */
export function paperLanguages(form: PaperForm): readonly AnswerLanguage[] {
  return answerLanguages.filter(
    ({ code }) =>
      `/locales/${code}/${form}.json` in forms && `/locales/${code}/paper.json` in papers,
  );
}

/** Whether a native speaker has read the language's texts. Told to the coordinator, never to a parent. */
export function isReviewed(code: string): boolean {
  return reviews[`/locales/${code}/about.json`] === true;
}

function textIn(tree: unknown, path: string): string {
  let node = tree;
  for (const name of path.split('.')) {
    node = Object.entries(node ?? {}).find(([key]) => key === name)?.[1];
  }
  return typeof node === 'string' ? node : '';
}

function filled(text: string, params: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) => params[name] ?? whole);
}

async function load(files: Loaders, path: string): Promise<Tree> {
  const file = files[path];
  if (file === undefined) throw new Error(`no texts at ${path}`);
  return file();
}

/** Fetches what is printed of a form in one language. Rejects where it cannot be fetched, or does not exist. */
export async function loadPaperTexts(code: string, form: PaperForm): Promise<PaperTexts> {
  const language = answerLanguage(code);
  if (language === undefined) throw new Error(`no language ${code}`);
  const folder = `/locales/${code}`;
  const [paper, formFile, local, start] = await Promise.all([
    load(papers, `${folder}/paper.json`),
    load(forms, `${folder}/${form}.json`),
    load(locals, `${folder}/answer.json`),
    load(starts, `${folder}/answer.json`),
  ]);
  return {
    language,
    t: (key, params = {}) => filled(textIn(paper, key), params),
    // A day is not to be broken at the end of a line.
    day: (day) => dayIn(code, day).replaceAll('-', '\u2011').replaceAll(' ', '\u00A0'),
    form: createFormTexts(formFile),
    localTitle: (centre) => filled(textIn(local, 'title'), { centre }),
    onlySwedish: textIn(local, 'onlySwedish'),
    textNotice: textIn(local, 'notice'),
    responsible: (name, contact) => filled(textIn(start, 'responsibleIs'), { name, contact }),
  };
}
