import type { EditIds } from '#commands/set-field.ts';
import type { FormTexts } from '#i18n/form-texts.ts';
import { reworded } from '#i18n/reworded.ts';
import { createTranslator } from '#i18n/translator.ts';
import { canReword, wordingOf } from '#projections/wording.ts';
import { bookPaths } from '#records/book-paths.ts';
import {
  checkTextPack,
  textPackTemplate,
  type OwnTexts,
  type PackCheck,
} from '#records/text-pack-file.ts';
import { packText, type TextPack } from '#records/text-pack.ts';
import type { OpenCentre } from './team-app.ts';

export type { PackFault } from '#records/text-pack-file.ts';
export { packLimits, packText, textPackOf, type TextPack } from '#records/text-pack.ts';

/** Checks a file that somebody chose as a text pack. Rejects where the form's own words could not be fetched. */
export async function checkPackFile(file: string): Promise<PackCheck> {
  return checkTextPack(file, await ownTexts());
}

/** The file to begin a text pack with: all statements in the form's own words. */
export async function packTemplate(): Promise<string> {
  return textPackTemplate(await ownTexts());
}

/** Words the reflection by a pack from a year on, or (null) by the form's own words again. */
export function setWording(
  centre: Pick<OpenCentre, 'setField'>,
  fromYear: number,
  pack: TextPack | null,
): Promise<EditIds> {
  return centre.setField(bookPaths.wordingFrom(fromYear), pack === null ? null : plainPack(pack));
}

/** What words a year's reflection, or null for the form's own words. */
export function yearWording(centre: Pick<OpenCentre, 'ledger'>, year: number): TextPack | null {
  return wordingOf(centre.ledger.value, year);
}

/** The first year whose wording can still be chosen: not one whose round has carried it to those who answer. */
export function rewordableYear(centre: Pick<OpenCentre, 'ledger' | 'today' | 'years'>): number {
  const [year, month] = centre.today.value.split('-').map(Number);
  const thisYear = year ?? 0;
  // January's reflection belongs to the year before.
  const isWinter = (month ?? 0) <= 3 && centre.years.value.includes(thisYear - 1);
  const first = isWinter ? thisYear - 1 : thisYear;
  return [first, first + 1].find((one) => canReword(centre.ledger.value, one)) ?? first + 2;
}

/** The reflection's texts with a pack's words over them: in a language, or in Swedish where the pack lacks it. */
export function wordedForm(form: FormTexts, pack: TextPack | null, language: string): FormTexts {
  return pack === null ? form : reworded(form, (item) => packText(pack, item, language));
}

/** A pack as the book and a card take it: without members that are not there. */
function plainPack({ v, form, name, version, texts: { sv, en } }: TextPack) {
  return { v, form, name, version, texts: { sv, en: en ?? {} } };
}

async function ownTexts(): Promise<OwnTexts> {
  const [swedish, english] = await Promise.all([createTranslator('sv'), createTranslator('en')]);
  const wordsIn = (form: FormTexts) => (item: string) => ({
    heading: form.heading(item),
    text: form.text(item),
    help: form.help(item),
  });
  return { sv: wordsIn(swedish.form('reflection')), en: wordsIn(english.form('reflection')) };
}
