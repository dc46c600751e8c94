import { scales } from '#instruments/scales.ts';
import { themes, type ThemeId } from './themes.ts';
import type { GoalShare, ItemYear, ResultsView } from './views.ts';

/** What the three say of one theme in a year, side by side. None of the three is a measure of the others. */
export interface ThemeVoices {
  readonly theme: ThemeId;
  /** Statements with a joint position, and how many of them stand on the side that works; null where none is placed. */
  readonly staff: { readonly placed: number; readonly favourable: number } | null;
  /** Null while nothing of the goal is shown. */
  readonly parents: ParentsVoice | null;
  readonly children: readonly { readonly item: string; readonly year: ItemYear }[];
  readonly gap: Gap;
}

/** The parents' share of a theme's goal; `history` is counts of an earlier form. */
export interface ParentsVoice {
  readonly share: GoalShare;
  readonly source: ItemYear['source'];
}

/**
 * Where the team and the parents see it differently, as something to talk about, never a verdict. `staffHigher`: all of
 * the team's statements stand on the side that works, yet the whole of the parents' interval lies below nine in ten.
 * `parentsHigher`: less than half of the statements do, yet the whole of the parents' interval lies above half.
 */
export type Gap = 'staffHigher' | 'parentsHigher' | null;

const nearlyAll = 0.9;

/** The themes of a year in the goals' order. */
export function themeVoices(view: ResultsView): readonly ThemeVoices[] {
  const { year } = view;
  return themes.map(({ id, goal, statements, children }) => {
    const positions = view.statements
      .filter(({ item }) => statements.includes(item))
      .flatMap(({ years }) => years.find((one) => one.year === year)?.position ?? []);
    const placed = positions.filter((position) => typeof position === 'number');
    const { favourable } = scales.working6;
    const staff =
      placed.length === 0
        ? null
        : {
            placed: placed.length,
            favourable: placed.filter((position) => favourable.includes(position)).length,
          };
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
      gap: gapOf(staff, parents),
    };
  });
}

function gapOf(staff: ThemeVoices['staff'], parents: ParentsVoice | null): Gap {
  if (staff === null || parents?.source !== 'rounds') return null;
  const { lower, upper } = parents.share;
  if (staff.favourable === staff.placed && upper < nearlyAll) return 'staffHigher';
  return staff.favourable * 2 < staff.placed && lower > 0.5 ? 'parentsHigher' : null;
}
