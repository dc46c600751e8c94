import type { OpenCentre } from '#app/team/team-app.ts';

/** What the shell gives a screen of one verksamhetsår. */
export interface YearScreenProps {
  readonly centre: OpenCentre;
  readonly year: number;
}
