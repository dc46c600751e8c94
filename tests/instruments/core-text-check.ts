import { createHash } from 'node:crypto';
import { itemsOf, type Form } from '#instruments/form.ts';
import { itemTextKey, type FormTexts } from './form-texts.ts';

/** `form@version:item@version` → fingerprint of the Swedish heading and text. */
export type CoreTexts = Readonly<Record<string, string>>;

/** The first 16 hex digits of SHA-256 over an item's Swedish heading and text. */
export function coreTextHash(heading: string | undefined, text: string): string {
  return createHash('sha256')
    .update(`${heading ?? ''}\n${text}`)
    .digest('hex')
    .slice(0, 16);
}

/** The fingerprints of a form's items, as they stand in the locale file. */
export function coreTextsOf(form: Form, texts: FormTexts): CoreTexts {
  return Object.fromEntries(
    itemsOf(form).map((item) => {
      const own = texts.items[itemTextKey(texts, item)];
      return [
        `${form.id}@${form.version}:${item.id}@${item.version}`,
        coreTextHash(own?.heading, own?.text ?? ''),
      ];
    }),
  );
}

/**
 * What is wrong between the committed fingerprints and today's texts, one line each: a core text that
 * changed under the same item version, an item that was never committed, a released item that is gone.
 */
export function coreTextFaults(committed: CoreTexts, today: CoreTexts): string[] {
  const changedOrNew = Object.entries(today).flatMap(([key, hash]) => {
    const old = committed[key];
    if (old === hash) return [];
    return old === undefined
      ? [`${key} is new: add "${key}": "${hash}" to tests/instruments/core-texts.json`]
      : [
          `${key}: the Swedish text changed under the same version. Years before and after would be ` +
            'compared as if they had answered the same question. Take the old text back, or release a ' +
            'new form version with a raised item version and keep the old text under "id@version".',
        ];
  });
  const gone = Object.keys(committed)
    .filter((key) => today[key] === undefined)
    .map((key) => `${key} is gone: a released form stays, its answers must stay readable.`);
  return [...changedOrNew, ...gone];
}
