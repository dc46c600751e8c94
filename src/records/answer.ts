import * as v from 'valibot';

/** How an answer was given; kept because it colours what people say (survey mode effects). */
export const modes = ['phone', 'tablet', 'paper', 'interview'] as const;
export type Mode = (typeof modes)[number];

export const formIdSchema = v.picklist(['reflection', 'parents', 'children']);
export const genders = ['woman', 'man', 'other'] as const;
export const genderSchema = v.picklist(genders);
export const maxTextCharacters = 4_000;

const markSchema = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  v.picklist(['unknown', 'notHere', 'notUsed', 'declined']),
]);
const itemIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

/** One respondent's marks. Says which round (header), form and mode; never when, on what, or who. */
export const marksAnswerSchema = v.object({
  v: v.literal(1),
  type: v.literal('marks'),
  form: formIdSchema,
  formVersion: v.number(),
  mode: v.picklist(modes),
  /** Children: the band that the adult gave. Under 4 is kept apart and not counted in shares. */
  band: v.optional(v.picklist(['under4', 'from4to6'])),
  /** Children: whether an adult helped. */
  help: v.optional(v.picklist(['alone', 'helped'])),
  /** Children: whether the practice item with its known answer was met. */
  practice: v.optional(v.picklist(['met', 'missed', 'skipped'])),
  marks: v.record(itemIdSchema, markSchema),
  /** Background and other choice items: the chosen option ids. */
  choices: v.record(itemIdSchema, v.array(v.string())),
});
export type MarksAnswer = v.InferOutput<typeof marksAnswerSchema>;

/** One free text, a record of its own, not linked to the marks it was handed in with. */
export const textAnswerSchema = v.object({
  v: v.literal(1),
  type: v.literal('text'),
  form: formIdSchema,
  formVersion: v.number(),
  item: itemIdSchema,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(maxTextCharacters)),
  /** The annual report marks its quotes woman/man/other. */
  gender: v.optional(genderSchema),
});
export type TextAnswer = v.InferOutput<typeof textAnswerSchema>;

export const answerSchema = v.variant('type', [marksAnswerSchema, textAnswerSchema]);
export type Answer = MarksAnswer | TextAnswer;
