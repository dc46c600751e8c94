import type { FormId } from '#instruments/form.ts';
import { countLaterAnswers } from '#commands/count-answers.ts';
import { logWorry, noteText } from '#commands/note-text.ts';
import type { CentreSession } from './centre-session.ts';

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
  };
}
