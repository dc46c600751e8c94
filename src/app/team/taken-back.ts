import type { EditIds } from '#commands/set-field.ts';
import type { JsonValue } from '#records/json.ts';
import type { FieldEdit, OpenCentre } from './team-app.ts';

/** A field that was written here, and what goes back to what stood there before. */
export interface WrittenField {
  readonly path: string;
  readonly before: JsonValue;
  /** What was written. */
  readonly edits: EditIds;
}

/** Writes fields so that it can be taken back. `before` is what stands there where a field does not say it. */
export async function writeFields(
  centre: Pick<OpenCentre, 'setFields' | 'fieldValue'>,
  fields: readonly (FieldEdit & { readonly before?: JsonValue })[],
): Promise<readonly WrittenField[]> {
  const before = fields.map((field) =>
    field.before === undefined ? (centre.fieldValue(field.path) ?? null) : field.before,
  );
  const written = await centre.setFields(fields);
  return fields.map(({ path }, at) => ({
    path,
    before: before[at] ?? null,
    edits: written.get(path) ?? [],
  }));
}

/**
 * Takes back what was written here, and nothing else: what somebody wrote there since stays beside it, for a person to
 * settle.
 */
export async function takeBack(
  centre: Pick<OpenCentre, 'setFields'>,
  written: readonly WrittenField[],
): Promise<void> {
  await centre.setFields(
    written.map(({ path, before, edits }) => ({ path, value: before, base: edits })),
  );
}
