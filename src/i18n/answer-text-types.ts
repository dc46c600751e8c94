import type answer from '#locales/sv/answer.json';
import type tablet from '#locales/sv/tablet.json';

type Keys<Tree, Prefix extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Prefix}${WithoutPlural<Name>}`
    : Keys<Tree[Name], `${Prefix}${Name}.`>;
}[keyof Tree & string];

type WithoutPlural<Name extends string> =
  Name extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Name;

/** Every key of the answering page's own texts (answer.json, tablet.json), plural forms by their base. */
export type AnswerKey = Keys<typeof answer> | Keys<typeof tablet>;

/** A locale file as it is read: texts in nested objects. */
export interface TextTree {
  readonly [name: string]: string | TextTree;
}

/** What is put into {{…}}; `count` also chooses the plural form. */
export type TextParams = Readonly<Record<string, string | number>>;
