import type { PaperRound } from '#app/team/paper-answers.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { Translator } from '#i18n/translator.ts';
import type { RoundView } from '#projections/views.ts';

/** What each kind of print needs. */
export interface SheetProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
  readonly paper: PaperRound;
  /** The country's own words, whatever the page speaks. */
  readonly swedish: Translator;
}
