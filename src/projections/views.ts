/** The shapes that screens and reports read. Each projection returns one of them; none of them holds a key. */
import type { AreaId, FormId, GoalId, Mark, NonAnswer, ServiceId } from '#instruments/form.ts';
import type { JsonValue } from '#records/json.ts';
import type { LaterAnswers } from './later-answers.ts';
import type { Estimate, Interval } from './newcombe-interval.ts';

export interface CentreView {
  readonly name: string;
  readonly responsible: { readonly name: string; readonly contact: string };
  readonly services: readonly ServiceId[];
}

/** `opens`/`closes` are days (YYYY-MM-DD). A round closes by a person's tap, once; the date only invites it. */
export interface RoundView {
  readonly id: string;
  readonly form: FormId;
  readonly formVersion: number;
  readonly year: number;
  readonly opens: string;
  readonly closes: string;
  readonly families: number | null;
  readonly closed: boolean;
  readonly revealed: boolean;
  /** Respondents so far: answers with marks, not free texts. */
  readonly answered: number;
  readonly textCount: number;
}

/** Counts of one item in one year. `points` has every point of the scale as key, zero included. */
export interface Distribution {
  readonly points: ReadonlyMap<number, number>;
  readonly nonAnswers: ReadonlyMap<NonAnswer, number>;
  /** Sum of points: who placed a mark on the scale. */
  readonly rated: number;
  /** Of `rated`, how many on the favourable side. */
  readonly favourable: number;
  /** An earlier form told only how many on the good side, of how many: the points are not known, and are all zero. */
  readonly onlyShare?: true;
}

/**
 * Why a distribution is not shown. `notRevealed`: the reflection waits for its reveal. `stillOpen`: parents' and
 * children's show when closed. `tooFew`: fewer than 6 (parents, children) or 3 (staff). `onTheWay`: some of what is shown
 * elsewhere has not reached this device. `purged`: the answers are gone.
 */
export type Withheld = 'notRevealed' | 'stillOpen' | 'tooFew' | 'onTheWay' | 'nothing' | 'purged';

export type Shown<T> =
  | { readonly shown: true; readonly value: T }
  | { readonly shown: false; readonly why: Withheld };

/** One year of one item. `source`: rounds answered here, or counts entered by hand. */
export interface ItemYear {
  readonly year: number;
  readonly source: 'rounds' | 'history';
  /** Respondents of the form that year. */
  readonly answered: number;
  readonly spread: Shown<Distribution>;
  /** Respondents who gave the item no mark at all; 0 while withheld. */
  readonly missing: number;
  /** Asked as the year before it in the trend: same version, scale and wording. False draws the series broken. */
  readonly continues: boolean;
  /** Reflection only: the joint position; null while not set. */
  readonly position: Mark | null;
  /** The (lower) median of an earlier form's counts, where nothing was agreed: no position, and never held against one. */
  readonly middleOfCounts: number | null;
  /** Reflection only: two joint positions were written at once, so none of them counts until somebody has chosen. */
  readonly positionsDiffer: boolean;
  readonly comment: string;
  /** Reflection only: the text pack that worded the statement ("name version"); absent for the form's own words. */
  readonly wording?: string;
}

/**
 * What may be said of two years of families' answers. `cannotTell`: the difference can be chance. `notComparable`: asked
 * in another way, or an earlier form's counts. Words, not colours, carry it.
 */
export type Verdict = 'better' | 'worse' | 'cannotTell' | 'tooFew' | 'notComparable';

/** A verdict on the newest year, and the earlier year that it was held against. */
export interface YearVerdict {
  readonly verdict: Verdict;
  readonly against: number;
}

/** A difference of two shares, newest − earlier, with its 95 % interval; all between −1 and 1. */
export interface Difference extends Interval {
  readonly difference: number;
}

/** The newest year beside one earlier year. */
export type Comparison =
  | {
      readonly year: number;
      readonly comparable: true;
      readonly positive: Difference;
      /** Of the best step alone, where it is not the whole positive side. */
      readonly top: Difference | null;
      /** The items that stand behind both years. */
      readonly items: readonly string[];
      /** The shares as shown move the other way, since other items stand behind them: then nothing is told. */
      readonly contradicted: boolean;
    }
  | {
      readonly year: number;
      readonly comparable: false;
      readonly why: 'tooFew' | 'notComparable';
    };

export interface ItemTrend {
  readonly item: string;
  readonly form: FormId;
  /** Oldest first; years without anything are left out. */
  readonly years: readonly ItemYear[];
  /**
   * The newest year against each earlier one, oldest first; empty while the newest waits. For the reflection only the
   * years in which the statement was worded otherwise: of the others its positions tell.
   */
  readonly comparisons: readonly Comparison[];
  /** The newest year against the last one that waits for nothing: for the children's questions only, and null in a first year. */
  readonly verdict: YearVerdict | null;
}

/** Reflection, one area and year: how many of its statements stand at each stop. */
export interface AreaYear {
  readonly year: number;
  readonly points: ReadonlyMap<number, number>;
  /** Statements with a position on the scale. */
  readonly placed: number;
  readonly favourable: number;
  /** Statements that apply to this centre. */
  readonly applicable: number;
  /** None of its statements was worded otherwise the year before it in the trend. */
  readonly continues: boolean;
}
export interface AreaTrend {
  readonly area: AreaId;
  readonly items: readonly string[];
  readonly years: readonly AreaYear[];
}

/** A goal's positive share of all marks in one year, with its 95 % interval, never without what it stands on. */
export interface GoalShare extends Estimate {
  /** Items that are shown, and so stand behind it. */
  readonly items: readonly string[];
  /** Marks on the scale, over all of these. */
  readonly ratings: number;
  /** How many rated the item that most rated: no item has more behind it. */
  readonly mostRated: number;
}

/** One of the parents' goals (or what the child finds) in one year. */
export interface GoalYear {
  readonly year: number;
  readonly source: 'rounds' | 'history';
  readonly answered: number;
  readonly share: Shown<GoalShare>;
  /** At least one item was asked in the same way the year before it in the trend. */
  readonly continues: boolean;
}
export interface GoalTrend {
  readonly goal: GoalId;
  readonly items: readonly string[];
  readonly years: readonly GoalYear[];
  readonly comparisons: readonly Comparison[];
  readonly verdict: YearVerdict | null;
}

/** One free text of a parent, as it may be read. */
export interface Quote {
  /** Its record's id, random; and its round. */
  readonly id: string;
  readonly round: string;
  readonly item: string;
  /** With names taken out, where somebody masked them. */
  readonly text: string;
  /** Only where the group is large enough: otherwise it is a parent's. */
  readonly gender: 'woman' | 'man' | 'other' | null;
  readonly masked: boolean;
  /** Two took out different words at once: what either took out is out, until somebody has chosen. */
  readonly masksDiffer: boolean;
  /** Not shown among the others, and never quoted. */
  readonly hidden: boolean;
  /** Chosen for the report. */
  readonly chosen: boolean;
}

/** One of the centre's own questions to the parents, as it was asked in a year. Texts are Swedish. */
export type OwnQuestion = {
  /** Unique among the year's: a question that was asked with two wordings is two. */
  readonly key: string;
  readonly id: string;
  readonly text: string;
  readonly rounds: readonly string[];
  /** Respondents of its rounds. */
  readonly answered: number;
} & (
  | { readonly kind: 'agree'; readonly spread: Shown<Distribution> }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly id: string; readonly text: string }[];
      /** By option id, zero included. */
      readonly chosen: Shown<ReadonlyMap<string, number>>;
    }
  | { readonly kind: 'text' }
);

/** All results up to one year, ready to be shown. */
export interface ResultsView {
  readonly year: number;
  /** From how many answers this centre shows parents' and children's results: six or more. */
  readonly least: number;
  readonly areas: readonly AreaTrend[];
  readonly statements: readonly ItemTrend[];
  readonly parentGoals: readonly GoalTrend[];
  readonly parentItems: readonly ItemTrend[];
  readonly children: readonly ItemTrend[];
  /** Of the year alone. */
  readonly ownQuestions: readonly OwnQuestion[];
  /**
   * Free texts of the parents' rounds of the year, shuffled by random id; `item` is an item's id or an own question's
   * key, `gender` there only where the group is large enough.
   */
  readonly quotes: readonly Quote[];
  readonly respondents: Readonly<Record<FormId, { answered: number; families: number | null }>>;
  /** By form: answers that are not among those that are shown, and why. */
  readonly later: Readonly<Record<FormId, LaterAnswers>>;
  /** How many respondents of the year were set aside, and count nowhere. */
  readonly setAside: Readonly<Record<FormId, number>>;
}

/** One statement in the dialogue. */
export interface BoardItem {
  readonly item: string;
  readonly area: AreaId;
  /** False where the centre lacks the service that the statement is about. */
  readonly applicable: boolean;
  readonly aboutOnePerson: boolean;
  readonly spread: Shown<Distribution>;
  /** Lowest and highest marked stop. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** All who placed a mark placed the same one: this is it. */
  readonly unanimous: number | null;
  readonly position: Mark | null;
  /** Two positions were written at once: it is open until somebody has chosen, whatever everyone marked. */
  readonly positionsDiffer: boolean;
  readonly comment: string;
  readonly reservation: string;
  readonly lastYear: Mark | null;
  /** Last year the statement was worded otherwise: its position is no measure of this year's. */
  readonly reworded: boolean;
  /** What colleagues wrote at it, shuffled; empty until the reveal. */
  readonly comments: readonly string[];
}

/** The team's table during the dialogue: most divided first, what all agree on apart. */
export interface BoardView {
  readonly year: number;
  readonly rounds: readonly string[];
  readonly answered: number;
  readonly revealed: boolean;
  readonly canReveal: boolean;
  /** Who answered after the reveal: they are in nothing here, and wait until they are three. */
  readonly waiting: number;
  readonly mayCountLater: boolean;
  /** Revealed elsewhere, and not on this device yet: till then their spread is not shown here. */
  readonly onTheirWay: number;
  readonly items: readonly BoardItem[];
  readonly unanimousOpen: readonly string[];
  /** Item ids to talk about, most divided first. */
  readonly agenda: readonly string[];
  /**
   * Every applicable statement as the meeting goes through them: most divided first, what all agree on last. Positions
   * do not move it, so that a meeting stands where it stood after a reload and on another tablet.
   */
  readonly order: readonly string[];
  readonly positionsLeft: number;
  /** Fewer than six: everyone can guess who marked what, and the screen says so. */
  readonly smallTeam: boolean;
  /** How many colleagues were asked; null where nobody has said. */
  readonly invited: number | null;
  /** Respondents that were set aside and count nowhere. */
  readonly setAside: number;
  /** The team has chosen to talk at once, without its spread. */
  readonly openTalk: boolean;
}

export interface PriorityGoal {
  readonly id: string;
  /** The verksamhetsår the goal is for. */
  readonly year: number;
  readonly title: string;
  readonly because: string;
  readonly evidence: readonly string[];
  readonly measure: string;
  readonly target: string;
  readonly responsible: string;
  readonly due: string;
}

/** A field with two values at once, in words a person can settle. */
export interface ContestedField {
  readonly path: string;
  /** The ids of all edits that stand: what a choice among them takes the place of. */
  readonly edits: readonly string[];
  readonly choices: readonly {
    readonly value: JsonValue;
    readonly at: string;
    /** Device name where known. */
    readonly by: string;
    /** Nobody wrote it: what is out in any of the others is out. Only for texts that names were taken out of. */
    readonly together: boolean;
  }[];
}
