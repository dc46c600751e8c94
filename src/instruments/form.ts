/**
 * A form is data: items with stable ids and versions, scales, sections. Its texts stand in
 * locales/<language>/<form id>.json under the same ids. A released version stays here for ever,
 * because answers given to it must stay readable.
 */
export type FormId = 'reflection' | 'parents' | 'children';

/** What a person can say instead of a point on a scale. Never a number, never counted in shares. */
export type NonAnswer = 'unknown' | 'notHere' | 'notUsed' | 'declined';

/** One mark on a scale: a point (higher = more of what the item claims) or a non-answer. */
export type Mark = number | NonAnswer;

export type ScaleId = 'working6' | 'agree4' | 'feeling3' | 'yes3';

/** A scale: its points in the order in which they are shown (first = left, or top). */
export interface Scale {
  readonly id: ScaleId;
  readonly points: readonly number[];
  readonly nonAnswers: readonly NonAnswer[];
  /** Points that count as "on the good side" when a share is told. */
  readonly favourable: readonly number[];
}

/** The four services that share a family centre (domain terms: BMM, BVC, öppen förskola, socialtjänst). */
export type ServiceId = 'midwifery' | 'childHealth' | 'openPreschool' | 'socialServices';

/** The parents' five goals, what the child finds, and participation's open end. */
export type GoalId = 'goal1' | 'goal2' | 'goal3' | 'goal4' | 'goal5' | 'child';

export type AreaId =
  | 'general'
  | 'earlySupportParents'
  | 'learning'
  | 'earlySupportStaff'
  | 'equality'
  | 'collaboration';

interface ItemBase {
  /** Stable for ever; the key of its texts, its marks and its history. */
  readonly id: string;
  /** Raised when the core text changes in meaning; a test holds text and version together. */
  readonly version: number;
}

export interface ScaleItem extends ItemBase {
  readonly kind: 'scale';
  readonly scale: ScaleId;
  readonly area?: AreaId;
  readonly goal?: GoalId;
  /** The statement is about this service: not applicable where the centre lacks it. */
  readonly service?: ServiceId;
  /** May concern one named colleague (domain.md: 17–24): its spread is never exported. */
  readonly aboutOnePerson?: boolean;
  /** A practice item: has a known answer and is never counted. */
  readonly practiceAnswer?: number;
}

export interface ChoiceItem extends ItemBase {
  readonly kind: 'choice';
  /** Option ids in shown order; each optional to answer. */
  readonly options: readonly string[];
  readonly several: boolean;
}

export interface TextItem extends ItemBase {
  readonly kind: 'text';
}

export type Item = ScaleItem | ChoiceItem | TextItem;

export interface Section {
  readonly id: string;
  readonly items: readonly Item[];
}

export interface Form {
  readonly id: FormId;
  readonly version: number;
  readonly sections: readonly Section[];
}

/** All items of a form in shown order. */
export function itemsOf(form: Form): readonly Item[] {
  return form.sections.flatMap((section) => section.items);
}

/** The items that carry a mark and are counted: scale items that are not practice. */
export function countedItemsOf(form: Form): readonly ScaleItem[] {
  return itemsOf(form).filter(
    (item): item is ScaleItem => item.kind === 'scale' && item.practiceAnswer === undefined,
  );
}
