import type { TextTree } from './answer-text-types.ts';

/** The locale files that the answering page reads: its own, what only a tablet says, one per form. */
export type AnswerNamespace = 'answer' | 'tablet' | 'parents' | 'children' | 'reflection';

// One chunk per language and namespace: only the chosen language of this form is ever fetched.
const files = import.meta.glob<TextTree>(
  '/locales/*/{answer,tablet,parents,children,reflection}.json',
  {
    import: 'default',
  },
);

/** Fetches one locale file; rejects without a network where it is not kept. */
export async function loadAnswerTexts(
  language: string,
  namespace: AnswerNamespace,
): Promise<TextTree> {
  const load = files[`/locales/${language}/${namespace}.json`];
  if (load === undefined) throw new Error(`no texts for ${language}/${namespace}`);
  return load();
}

/** Whether a file is there in a language: the team's own reflection speaks fewer than families do. */
export function hasAnswerTexts(language: string, namespace: AnswerNamespace): boolean {
  return `/locales/${language}/${namespace}.json` in files;
}
