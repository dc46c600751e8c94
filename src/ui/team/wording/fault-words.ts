import { packLimits, type PackFault } from '#app/team/text-pack.ts';
import type { Translator } from '#i18n/translator.ts';

/** What is wrong with a text pack's file, for whoever has to mend it. */
export function faultWords(fault: PackFault, { t }: Pick<Translator, 't'>): string {
  const inWords = (language: string): string =>
    language === 'sv' || language === 'en' ? t(`meeting:wording.language.${language}`) : language;
  switch (fault.kind) {
    case 'name':
    case 'version':
      return t(`meeting:wording.fault.${fault.kind}`, { max: packLimits[fault.kind] });
    case 'language':
      return t('meeting:wording.fault.language', { language: fault.language });
    case 'unknownItem':
    case 'noText':
    case 'noSwedish': {
      const { kind, item, language } = fault;
      return t(`meeting:wording.fault.${kind}`, { item, language: inWords(language) });
    }
    case 'unknownField': {
      const { item, language, field } = fault;
      return t('meeting:wording.fault.unknownField', { item, language: inWords(language), field });
    }
    case 'notText':
    case 'tooLong': {
      const { kind, item, language, field } = fault;
      return t(`meeting:wording.fault.${kind}`, {
        item,
        language: inWords(language),
        field: t(`meeting:wording.field.${field}`),
        max: packLimits[field],
      });
    }
    default:
      return t(`meeting:wording.fault.${fault.kind}`);
  }
}
