import * as v from 'valibot';
import { jsonValueSchema } from './json.ts';

export const maxPathCharacters = 200;

/** A value for one field of the team's shared book. It names the edits that it replaces; no clock decides. */
export const editSchema = v.object({
  v: v.literal(1),
  /** `area/…/field`, e.g. `goals/<id>/target`; the paths in use stand in book-paths.ts. */
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(maxPathCharacters)),
  value: jsonValueSchema,
  replaces: v.array(v.string()),
  /** ISO time and device, for show only. */
  at: v.string(),
  by: v.string(),
});
export type Edit = v.InferOutput<typeof editSchema>;
