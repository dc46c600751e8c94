import { scales } from '#instruments/scales.ts';
import { themes, type ThemeId } from './themes.ts';
import type { GoalShare, ItemYear, ResultsView } from './views.ts';

/** What the three say of one theme in a year, side by side. None of the three is a measure of the others. */
export interface ThemeVoices {
  readonly theme: ThemeId;
  /** Null where none of the theme's statements is placed. */
  readonly staff: StaffVoice | null;
  /** Null while nothing of the goal is shown. */
  readonly parents: ParentsVoice | null;
  readonly children: readonly { readonly item: string; readonly year: ItemYear }[];
  /** Whether the pictures are so far apart that the team is asked about it. */
  readonly asks: boolean;
}

/** Statements with a joint position, of those that apply, and how many stand on the side that works. */
export interface StaffVoice {
  readonly applicable: number;
  readonly placed: number;
  readonly favourable: number;
}

/** The parents' share of a theme's goal; `history` is counts of an earlier form. */
export interface ParentsVoice {
  readonly share: GoalShare;
  readonly source: ItemYear['source'];
}

const nearlyAll = 0.9;

/** The themes of a year in the goals' order. */
export function themeVoices(view: ResultsView): readonly ThemeVoices[] {
  const { year } = view;
  return themes.map(({ id, goal, statements, children }) => {
    const staff = staffVoice(view, statements);
    const ofGoal = view.parentGoals.find((one) => one.goal === goal);
    const goalYear = ofGoal?.years.find((one) => one.year === year);
    const parents =
      goalYear?.share.shown === true
        ? { share: goalYear.share.value, source: goalYear.source }
        : null;
    return {
      theme: id,
      staff,
      parents,
      children: children.flatMap((item) => {
        const trend = view.children.find((one) => one.item === item);
        const ofYear = trend?.years.find((one) => one.year === year);
        return ofYear === undefined ? [] : [{ item, year: ofYear }];
      }),
      asks: isWorthAsking(staff, parents),
    };
  });
}

function staffVoice(
  { year, statements }: ResultsView,
  ofTheme: readonly string[],
): StaffVoice | null {
  const positions = statements
    .filter(({ item }) => ofTheme.includes(item))
    .map(({ years }) => years.find((one) => one.year === year)?.position ?? null);
  const placed = positions.filter((position) => typeof position === 'number');
  if (placed.length === 0) return null;
  const { favourable } = scales.working6;
  return {
    applicable: positions.filter((position) => position !== 'notHere').length,
    placed: placed.length,
    favourable: placed.filter((position) => favourable.includes(position)).length,
  };
}

/**
 * Where all that applies is placed, and either all of it stands on the side that works while the whole of the parents'
 * interval lies below nine in ten, or less than half of it does while the whole interval lies above half. A question and
 * no more: a share of statements is no measure of a share of answers.
 */
function isWorthAsking(staff: StaffVoice | null, parents: ParentsVoice | null): boolean {
  if (staff === null || parents?.source !== 'rounds') return false;
  if (staff.placed < staff.applicable) return false;
  const { lower, upper } = parents.share;
  if (staff.favourable === staff.placed) return upper < nearlyAll;
  return staff.favourable * 2 < staff.placed && lower > 0.5;
}
