import * as v from 'valibot';

/** One-way steps of a round. There is no un-reveal: what was seen was seen. */
export const factKinds = ['revealed', 'closed', 'handedIn'] as const;

export const factSchema = v.object({
  v: v.literal(1),
  what: v.picklist(factKinds),
  at: v.string(),
  by: v.string(),
});
export type Fact = v.InferOutput<typeof factSchema>;
