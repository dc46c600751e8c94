import { childrenForm } from './children-form.ts';
import type { Form, FormId } from './form.ts';
import { parentsForm } from './parents-form.ts';
import { reflectionForm } from './reflection-form.ts';

/** Every released version of every form, oldest first. Nothing is ever taken out of this list. */
export const releasedForms: readonly Form[] = [reflectionForm, parentsForm, childrenForm];

/** The released form of this id and version, or undefined when this app is too old to know it. */
export function formOf(id: FormId, version: number): Form | undefined {
  return releasedForms.find((form) => form.id === id && form.version === version);
}

/** The newest released version of a form: what a new round uses. */
export function currentForm(id: FormId): Form {
  const newest = releasedForms.findLast((form) => form.id === id);
  if (newest === undefined) throw new Error(`no form ${id}`);
  return newest;
}
