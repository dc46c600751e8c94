import type { EditIds } from '#commands/set-field.ts';
import type { JsonValue } from '#records/json.ts';
import type { OpenCentre } from './team-app.ts';

/** What a text field on a screen needs of the book: which edits its text is, and how another takes their place. */
export interface BookText {
  readonly shown: EditIds;
  readonly save: (text: string, base: EditIds) => Promise<EditIds>;
}

/** A field of the book that is written as text; `toValue` where it is kept as something else. */
export function bookText(
  centre: Pick<OpenCentre, 'setField' | 'shownEdits'>,
  path: string,
  toValue: (text: string) => JsonValue = (text) => text,
): BookText {
  return {
    shown: centre.shownEdits(path),
    save: (text, base) => centre.setField(path, toValue(text), base),
  };
}

/** Several fields that always say the same, written as one text. */
export function bookTexts(
  centre: Pick<OpenCentre, 'setFields' | 'shownEdits'>,
  paths: readonly string[],
  toValue: (text: string) => JsonValue = (text) => text,
): BookText {
  return {
    shown: paths.flatMap((path) => centre.shownEdits(path)),
    // An edit that names another field's edits replaces nothing there.
    save: async (text, base) => {
      const fields = paths.map((path) => ({ path, value: toValue(text), base }));
      return [...(await centre.setFields(fields)).values()].flat();
    },
  };
}

/** A number in a text field; null where nothing stands. */
export function numberOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}

/** Without what stands around it. */
export function trimmed(text: string): string {
  return text.trim();
}
