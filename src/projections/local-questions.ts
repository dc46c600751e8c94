import { bookPaths, optionSlots } from '#records/book-paths.ts';
import { maxLocalQuestions, type LocalQuestion } from '#records/card.ts';
import type { Book } from '#records/merge.ts';
import { textOf } from './book-values.ts';
import { compareText } from './round-views.ts';

/** The language that every question of the centre's own is written in first. */
export const firstLanguage = 'sv';
const kinds: readonly LocalQuestion['kind'][] = ['agree', 'choice', 'text'];
const leastOptions = 2;

/** How many questions of its own a round takes along, and the places for a choice's options. */
export const questionLimits = { most: maxLocalQuestions, slots: optionSlots } as const;

/** How far a question has come in one language: a language without all its words falls back to Swedish as a whole. */
export type Wording = 'none' | 'begun' | 'done';

/** One of the centre's own questions, as the team's book has it now. */
export interface QuestionView {
  readonly id: string;
  readonly kind: LocalQuestion['kind'];
  /** A fractional key; empty where none was ever set. */
  readonly order: string;
  /** The places of `optionSlots` that have a Swedish text, for a choice only. */
  readonly options: readonly string[];
  /** Empty where nothing was written. `option` is a place of `optionSlots`. */
  text(language: string): string;
  optionText(option: string, language: string): string;
  wording(language: string): Wording;
  /** Whether it can be asked: it has words in Swedish, and a choice has two options. */
  readonly ready: boolean;
  /** Whether the next round asks it: ready, and among the first that a card may hold. */
  readonly asked: boolean;
}

/** The questions that stand, in their order. A merge can leave more than a card holds: then all are here. */
export function localQuestions(book: Book): readonly QuestionView[] {
  const ids = new Set(book.paths('questions/').flatMap((path) => path.split('/')[1] ?? []));
  let asked = 0;
  return [...ids]
    .flatMap((id) => questionOf(book, id) ?? [])
    .toSorted(
      (a, b) => compareText(a.order || '\uFFFF', b.order || '\uFFFF') || compareText(a.id, b.id),
    )
    .map((question) => {
      if (question.ready) asked += 1;
      return { ...question, asked: question.ready && asked <= maxLocalQuestions };
    });
}

/** The questions as a new round's card has them: those that are asked, each in every language that has all its words. */
export function cardQuestions(book: Book, languages: readonly string[]): readonly LocalQuestion[] {
  return localQuestions(book)
    .filter(({ asked }) => asked)
    .map((question): LocalQuestion => {
      const { id, kind, options, text, optionText, wording } = question;
      const spoken = languages.filter((language) => wording(language) === 'done');
      const texts = spoken.map((language) => {
        const words = options.map((option) => [option, optionText(option, language)] as const);
        const inOptions = kind === 'choice' ? { options: Object.fromEntries(words) } : {};
        return [language, { text: text(language), ...inOptions }] as const;
      });
      return { id, kind, options: [...options], texts: Object.fromEntries(texts) };
    });
}

function questionOf(book: Book, id: string): Omit<QuestionView, 'asked'> | undefined {
  const kind = kinds.find((each) => each === book.value(bookPaths.questionKind(id)));
  if (kind === undefined || book.value(bookPaths.questionRemoved(id)) === true) return undefined;
  const text = (language: string): string =>
    textOf(book.value(bookPaths.questionText(id, language))).trim();
  const optionText = (option: string, language: string): string =>
    textOf(book.value(bookPaths.questionOption(id, option, language))).trim();
  const options =
    kind === 'choice' ? optionSlots.filter((slot) => optionText(slot, firstLanguage) !== '') : [];
  const wording = (language: string): Wording => {
    const words = [text(language), ...options.map((option) => optionText(option, language))];
    if (words.every((one) => one !== '')) return 'done';
    return words.some((one) => one !== '') ? 'begun' : 'none';
  };
  return {
    id,
    kind,
    order: textOf(book.value(bookPaths.questionOrder(id))),
    options,
    text,
    optionText,
    wording,
    ready: text(firstLanguage) !== '' && (kind !== 'choice' || options.length >= leastOptions),
  };
}
