/** The ids of the forms, which are also the names of their text files. */
export type FormNamespace = 'reflection' | 'parents' | 'children';

/** The texts of one form, by the ids of its data. An unknown id comes back as it is, so that nothing breaks. */
export interface FormTexts {
  readonly title: string;
  readonly intro: string;
  section(id: string): string;
  /** The item's short heading, or its text where it has none. */
  heading(item: string): string;
  text(item: string): string;
  /** Empty where there is none. */
  help(item: string): string;
  point(scale: string, point: number): string;
  nonAnswer(scale: string, id: string): string;
  /** A mark on a scale: a point or a non-answer. */
  mark(scale: string, mark: number | string): string;
  choice(item: string, option: string): string;
}

/** Reads a form's texts out of a parsed locale file. */
export function createFormTexts(file: unknown): FormTexts {
  const read = (...path: readonly string[]): string | undefined => {
    let node: unknown = file;
    for (const step of path) {
      if (typeof node !== 'object' || node === null) return undefined;
      node = Object.entries(node).find(([key]) => key === step)?.[1];
    }
    return typeof node === 'string' ? node : undefined;
  };
  const texts: FormTexts = {
    title: read('title') ?? '',
    intro: read('intro') ?? '',
    section: (id) => read('sections', id, 'title') ?? id,
    heading: (item) => read('items', item, 'heading') ?? texts.text(item),
    text: (item) => read('items', item, 'text') ?? item,
    help: (item) => read('items', item, 'help') ?? '',
    point: (scale, point) => read('scales', scale, 'points', String(point)) ?? String(point),
    nonAnswer: (scale, id) => read('scales', scale, 'nonAnswers', id) ?? id,
    mark: (scale, mark) =>
      typeof mark === 'number' ? texts.point(scale, mark) : texts.nonAnswer(scale, mark),
    choice: (item, option) => read('choices', item, option) ?? option,
  };
  return texts;
}
