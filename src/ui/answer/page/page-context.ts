import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnswerApp } from '#app/answer/answer-app.ts';
import type { AnswerText } from '#i18n/answer-text.ts';
import type { Journey } from '#ui/answer/journey/journey.ts';
import type { LanguageState } from '#ui/answer/language/language-state.ts';

/** What every part of the answering page may need. */
export interface Page {
  readonly app: AnswerApp;
  readonly journey: Journey;
  readonly languages: LanguageState;
  readonly text: AnswerText;
  /**
   * Throws the answers away and begins again: nothing of the last person is left. `isReading`: whoever read for that one
   * reads for the next, too.
   */
  readonly nextPerson: (as?: { readonly isReading: boolean }) => void;
}

const PageContext = createContext<Page | undefined>(undefined);

/** Provides the page to everything beneath it. */
export const PageProvider = PageContext.Provider;

/** The page that this part is on. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('a part of the answer page stands outside of it');
  return page;
}
