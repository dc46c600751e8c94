import type { MarksAnswer } from '#records/answer.ts';

/** What families' answers can be broken down by, one at a time. Two are never combined. */
export const dimensions = ['gender', 'service', 'homeLanguage', 'mode'] as const;
export type Dimension = (typeof dimensions)[number];

/** A dimension's groups; in `several`, one respondent can belong to more than one. */
interface Grouping {
  readonly groups: readonly string[];
  readonly several: boolean;
  groupsOf(answer: MarksAnswer): readonly string[];
}

function byChoice(item: string, groups: readonly string[], several: boolean): Grouping {
  return {
    groups,
    several,
    groupsOf: ({ choices }) => {
      const chosen = (choices[item] ?? []).filter((one) => groups.includes(one));
      // Two genders at once would count one respondent twice; a form lets nobody say so.
      return several || chosen.length < 2 ? [...new Set(chosen)] : [];
    },
  };
}

/** By dimension: the groups, and which of them an answer belongs to; none where it was not said. */
export const groupings: Readonly<Record<Dimension, Grouping>> = {
  gender: byChoice('p-gender', ['woman', 'man', 'other'], false),
  service: byChoice(
    'p-services',
    ['midwifery', 'childHealth', 'openPreschool', 'socialServices'],
    true,
  ),
  homeLanguage: byChoice('p-home-language', ['swedish', 'another', 'several'], false),
  mode: {
    groups: ['phone', 'tablet', 'paper', 'interview'],
    several: false,
    groupsOf: ({ mode }) => [mode],
  },
};
