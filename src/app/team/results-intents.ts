import type { FormId } from '#instruments/form.ts';
import { countLaterAnswers } from '#commands/count-answers.ts';
import { logWorry, noteText } from '#commands/note-text.ts';
import { setField, setFields, type EditIds } from '#commands/set-field.ts';
import type { CanChange } from '#projections/goal-candidates.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { CentreSession } from './centre-session.ts';

/** By item: how many on the good side, of how many; null takes it away. */
export type HistoryShares = Readonly<
  Record<string, { readonly favourable: number; readonly of: number } | null>
>;

interface TextOfRound {
  readonly round: string;
  readonly id: string;
}

/** What the team does with results: nothing here changes an answer. */
export interface ResultsIntents {
  /** Takes what came after the closing into what is shown; false while it is fewer than may be shown. */
  countLater(form: FormId, year: number): Promise<boolean>;
  /** Shows a free text among the others, or not; chosen as a quote, or not. */
  markText(
    text: TextOfRound,
    field: 'hidden' | 'quote',
    value: boolean,
    base?: EditIds,
  ): Promise<EditIds>;
  /**
   * Puts a text with names taken out in place of what was written; an empty one brings the original back. `base`: the
   * masks that were seen (`masksOf`), so that what another takes out meanwhile stays out.
   */
  maskText(text: TextOfRound, masked: string, base: EditIds): Promise<void>;
  /** The edits that masked a text. */
  masksOf(text: TextOfRound): EditIds;
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
  ledger,
  commandDeps,
}: Pick<CentreSession, 'act' | 'ledger' | 'commandDeps'>): ResultsIntents {
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
    markText: async ({ round, id }, field, value, base) => {
      let edits: EditIds = [];
      await act((now) => {
        const records = noteText(now, { round, text: id, field, value }, commandDeps, base);
        const standing = now.book.field(bookPaths.textNote(round, id, field))?.heads[0]?.ids ?? [];
        edits = records.length === 0 ? standing : records.map((record) => record.id);
        return records;
      });
      return edits;
    },
    maskText: ({ round, id }, value, base) =>
      act((now) => noteText(now, { round, text: id, field: 'masked', value }, commandDeps, base)),
    masksOf: ({ round, id }) => {
      const field = ledger.value.book.field(bookPaths.textNote(round, id, 'masked'));
      return (field?.heads ?? []).flatMap(({ ids }) => ids);
    },
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
