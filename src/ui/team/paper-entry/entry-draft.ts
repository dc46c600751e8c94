import type { PaperDraft } from '#app/team/paper-answers.ts';
import type { Item, Mark } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';

/** A paper that nothing has been entered from yet. */
export const emptyDraft: PaperDraft = { marks: {}, choices: {}, texts: {} };

/** One answer of a question, as it stands in its box on paper. */
export type EntryOption = { readonly mark: Mark } | { readonly choice: string };

/** The answers of a question in the order of their digits on paper. */
export function optionsOf(item: Item): readonly EntryOption[] {
  if (item.kind === 'choice') return item.options.map((choice) => ({ choice }));
  if (item.kind === 'text') return [];
  const { points, nonAnswers } = scales[item.scale];
  return [...points, ...nonAnswers].map((mark) => ({ mark }));
}

/** Whether an answer is chosen. */
export function isChosen(draft: PaperDraft, item: Item, option: EntryOption): boolean {
  return 'mark' in option
    ? draft.marks[item.id] === option.mark
    : (draft.choices[item.id] ?? []).includes(option.choice);
}

/** Chooses an answer; among several, one that was chosen is taken out again. */
export function choose(draft: PaperDraft, item: Item, option: EntryOption): PaperDraft {
  if ('mark' in option) {
    return { ...draft, marks: { ...draft.marks, [item.id]: option.mark } };
  }
  const before = draft.choices[item.id] ?? [];
  const isSeveral = item.kind === 'choice' && item.several;
  const after = !isSeveral
    ? [option.choice]
    : before.includes(option.choice)
      ? before.filter((id) => id !== option.choice)
      : [...before, option.choice];
  return { ...draft, choices: { ...draft.choices, [item.id]: after } };
}

/** Takes a question's answer away. */
export function clear(draft: PaperDraft, { id }: Item): PaperDraft {
  const without = <T>(part: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(part).filter(([item]) => item !== id));
  return { marks: without(draft.marks), choices: without(draft.choices), texts: draft.texts };
}

export function write(draft: PaperDraft, { id }: Item, text: string): PaperDraft {
  return { ...draft, texts: { ...draft.texts, [id]: text } };
}

/** How many questions are answered, and how many texts are written. */
export function countsOf({ marks, choices, texts }: PaperDraft): {
  readonly questions: number;
  readonly texts: number;
} {
  const chosen = Object.values(choices).filter((ids) => ids.length > 0).length;
  const written = Object.values(texts).filter((text) => text.trim() !== '').length;
  return { questions: Object.keys(marks).length + chosen, texts: written };
}

export function isEmpty(draft: PaperDraft): boolean {
  const { questions, texts } = countsOf(draft);
  return questions === 0 && texts === 0;
}
