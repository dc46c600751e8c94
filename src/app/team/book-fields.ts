import { setField, type EditIds } from '#commands/set-field.ts';
import type { JsonValue } from '#records/json.ts';
import type { CentreSession } from './centre-session.ts';
import type { FieldEdit } from './team-app.ts';

/** The ways to write single fields of the book: an edit names the edits that its writer saw. */
export function createBookFields({
  act,
  ledger,
  commandDeps,
}: Pick<CentreSession, 'act' | 'ledger' | 'commandDeps'>): {
  readonly setBookField: (path: string, value: JsonValue, base?: EditIds) => Promise<EditIds>;
  readonly setBookFields: (fields: readonly FieldEdit[]) => Promise<ReadonlyMap<string, EditIds>>;
  readonly shownEdits: (path: string) => EditIds;
} {
  const write = async (
    fields: readonly (Omit<FieldEdit, 'base'> & { readonly base: EditIds | undefined })[],
  ): Promise<ReadonlyMap<string, EditIds>> => {
    const written = new Map<string, EditIds>();
    await act(({ book }) =>
      fields.flatMap(({ path, value, base }) => {
        const records = setField(book, path, value, commandDeps, base);
        // Where the field said so already, those edits stand for what was written.
        const said = records.length === 0 ? book.field(path)?.heads[0]?.ids : undefined;
        written.set(path, said ?? records.map(({ id }) => id));
        return records;
      }),
    );
    return written;
  };
  return {
    setBookField: async (path, value, base) =>
      (await write([{ path, value, base }])).get(path) ?? [],
    setBookFields: write,
    shownEdits: (path) => ledger.value.book.field(path)?.heads[0]?.ids ?? [],
  };
}
