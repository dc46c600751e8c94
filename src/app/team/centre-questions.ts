import { computed, type ReadonlySignal } from '@preact/signals';
import { addQuestion, moveQuestion } from '#commands/edit-questions.ts';
import { setField } from '#commands/set-field.ts';
import { localQuestions, type QuestionView } from '#projections/local-questions.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { LocalQuestion } from '#records/card.ts';
import { bookText, trimmed, type BookText } from './book-text.ts';
import type { CentreSession } from './centre-session.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField' | 'shownEdits'>;

/** The words of an own question in a language. An empty text takes them away. */
export function questionText(centre: Book, question: string, language: string): BookText {
  return bookText(centre, bookPaths.questionText(question, language), trimmed);
}

/** One option of an own question in a language. `option`: one of `questionLimits.slots`. */
export function questionOption(
  centre: Book,
  question: string,
  option: string,
  language: string,
): BookText {
  return bookText(centre, bookPaths.questionOption(question, option, language), trimmed);
}

/** The centre's own questions to the parents. Their words are fields of the book, which screens set one by one. */
export interface CentreQuestions {
  readonly list: ReadonlySignal<readonly QuestionView[]>;
  /** Resolves with the new question's id. */
  add(kind: LocalQuestion['kind']): Promise<string>;
  /** An empty text takes the words of a language away. */
  setText(question: string, language: string, text: string): Promise<void>;
  /** `option`: one of `questionLimits.slots`. */
  setOption(question: string, option: string, language: string, text: string): Promise<void>;
  move(question: string, towards: 'beginning' | 'end'): Promise<void>;
  remove(question: string): Promise<void>;
  restore(question: string): Promise<void>;
}

export function createCentreQuestions({
  ledger,
  act,
  commandDeps,
}: Pick<CentreSession, 'ledger' | 'act' | 'commandDeps'>): CentreQuestions {
  const setRemoved = (question: string, removed: boolean): Promise<void> =>
    act((now) => setField(now.book, bookPaths.questionRemoved(question), removed, commandDeps));
  const setWords = (path: string, text: string): Promise<void> =>
    act((now) => setField(now.book, path, text.trim(), commandDeps));
  return {
    list: computed(() => localQuestions(ledger.value.book)),
    add: async (kind) => {
      let id = '';
      await act((now) => {
        const added = addQuestion(now.book, kind, commandDeps);
        id = added.question;
        return added.records;
      });
      return id;
    },
    setText: (question, language, text) =>
      setWords(bookPaths.questionText(question, language), text),
    setOption: (question, option, language, text) =>
      setWords(bookPaths.questionOption(question, option, language), text),
    move: (question, towards) =>
      act((now) => moveQuestion(now.book, question, towards, commandDeps)),
    remove: (question) => setRemoved(question, true),
    restore: (question) => setRemoved(question, false),
  };
}
