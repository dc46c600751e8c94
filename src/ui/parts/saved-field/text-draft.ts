/** The ids of edits of the book. */
type EditIds = readonly string[];

/** Where a text is kept. */
export interface TextKeeper {
  /** The ids of the edits that the shown text is. */
  readonly shown: EditIds;
  /** Keeps a text in place of these edits and of no others; resolves, when it is safe, with the edits that it is. */
  readonly save: (text: string, base: EditIds) => Promise<EditIds>;
}

/** A text being written, and which edits it is a change of. */
export interface TextDraft {
  text: string;
  /** What was last saved or taken over. */
  readonly saved: string;
  readonly isDirty: boolean;
  /** Takes over what stands now, where nobody writes; true where the text changed by it. */
  follow(value: string, shown: EditIds): boolean;
  /** Saves the text, after what is being saved already; fails as the saving does, and the text is unsaved then. */
  keep(save: TextKeeper['save']): Promise<void>;
  /** Saves an earlier text in place of what was last saved here, and of nothing that came since. */
  takeBack(text: string, save: TextKeeper['save']): Promise<void>;
}

/**
 * What arrives while somebody writes is not replaced by what they write, since they have not seen it: both stand, and
 * the book says that two wrote at once.
 */
export function createTextDraft(value: string, shown: EditIds): TextDraft {
  let saved = value;
  let written = shown;
  /** The edits that `saved` is: once it is on disk, where it is on its way. */
  let base = Promise.resolve(shown);
  const draft: TextDraft = {
    text: value,
    get saved() {
      return saved;
    },
    get isDirty() {
      return draft.text !== saved;
    },
    follow(now, ids) {
      const isDirty = draft.isDirty;
      if (isDirty && now !== saved) return false;
      base = Promise.resolve(ids);
      saved = now;
      if (isDirty || draft.text === now) return false;
      draft.text = now;
      return true;
    },
    async keep(save) {
      const { text } = draft;
      const [before, previous] = [saved, base];
      saved = text;
      const saving = previous.then((ids) => save(text, ids));
      base = saving.catch(() => previous);
      try {
        written = await saving;
      } catch (error) {
        if (saved === text) saved = before;
        throw error;
      }
    },
    takeBack(text, save) {
      base = Promise.resolve(written);
      draft.text = text;
      return draft.keep(save);
    },
  };
  return draft;
}
