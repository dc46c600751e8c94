import type { TextPack } from '#app/team/text-pack.ts';
import type { Translator } from '#i18n/translator.ts';

/** How a text pack is named wherever its words stand. */
export function wordingMark({ t }: Pick<Translator, 't'>, { name, version }: TextPack): string {
  return t('meeting:wording.mark', { name, version });
}
