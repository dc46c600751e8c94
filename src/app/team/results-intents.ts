import type { FormId } from '#instruments/form.ts';
import { countLaterAnswers } from '#commands/count-answers.ts';
import { logWorry, noteText } from '#commands/note-text.ts';
import { setField, setFields } from '#commands/set-field.ts';
import type { CanChange } from '#projections/goal-candidates.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { CentreSession } from './centre-session.ts';

/** By item: how many on the good side, of how many; null takes it away. */
export type HistoryShares = Readonly<
  Record<string, { readonly favourable: number; readonly of: number } | null>
>;

/** What the team does with results: nothing here changes an answer. */
export interface ResultsIntents {
  /** Takes what came after the closing into what is shown; false while it is fewer than may be shown. */
  countLater(form: FormId, year: number): Promise<boolean>;
  /** Shows a free text among the others, or not; chosen as a quote, or not. */
  markText(
    text: { readonly round: string; readonly id: string },
    field: 'hidden' | 'quote',
    value: boolean,
  ): Promise<void>;
  /** Puts a text with names taken out in place of what was written; an empty one brings the original back. */
  maskText(text: { readonly round: string; readonly id: string }, masked: string): Promise<void>;
  /** Logs what was done about a worrying answer, and when (YYYY-MM-DD): never the text. */
  logWorry(day: string, action: string): Promise<void>;
  /** The centre's own words for what is done about a worrying answer, and the number to call. */
  setWorryRoutine(routine: string, phone: string): Promise<void>;
  /** Enters shares of an earlier form, by item: how many on the good side, of how many. */
  enterShares(form: FormId, year: number, shares: HistoryShares): Promise<void>;
  /** What the team thinks of whether it can change something in the year that the goals are for; null: not said. */
  setCanChange(year: number, item: string, can: CanChange): Promise<void>;
}

export function createResultsIntents({
  act,
  commandDeps,
}: Pick<CentreSession, 'act' | 'commandDeps'>): ResultsIntents {
  return {
    countLater: async (form, year) => {
      let counted = false;
      await act((now) => {
        const step = countLaterAnswers(now, form, year, commandDeps);
        counted = step.ok;
        return step.ok ? step.value : [];
      });
      return counted;
    },
    markText: ({ round, id }, field, value) =>
      act((now) => noteText(now, { round, text: id, field, value }, commandDeps)),
    maskText: ({ round, id }, value) =>
      act((now) => noteText(now, { round, text: id, field: 'masked', value }, commandDeps)),
    logWorry: (day, action) => act(() => logWorry({ day, action }, commandDeps)),
    setWorryRoutine: (routine, phone) =>
      act((now) =>
        setFields(
          now.book,
          { [bookPaths.worryRoutine]: routine, [bookPaths.worryPhone]: phone },
          commandDeps,
        ),
      ),
    enterShares: (form, year, shares) =>
      act((now) => {
        const fields = Object.entries(shares).map(
          ([item, share]) =>
            [
              bookPaths.historyShare(form, year, item),
              share === null ? null : { ...share },
            ] as const,
        );
        return setFields(now.book, Object.fromEntries(fields), commandDeps);
      }),
    setCanChange: (year, item, can) =>
      act((now) => setField(now.book, bookPaths.canChange(year, item), can, commandDeps)),
  };
}
