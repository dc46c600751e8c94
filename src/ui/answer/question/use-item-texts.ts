import type { AnswerText } from '#i18n/answer-text.ts';
import type { AnswerPhase } from '#app/answer/answer-app.ts';
import { usePage } from '#ui/answer/page/page-context.ts';

type Card = Extract<AnswerPhase, { kind: 'ready' }>['card'];

interface Foreign {
  readonly lang: string;
  readonly dir: 'ltr';
}

/** What stands on the screen for one item. */
export interface ItemTexts {
  readonly heading: string | undefined;
  readonly text: string;
  readonly help: string | undefined;
  /** What marks `text` and the options, where they are in another language than the page's. */
  readonly foreign: Foreign | undefined;
  readonly foreignHeading: Foreign | undefined;
  option(id: string): string;
}

const swedish = { lang: 'sv', dir: 'ltr' } as const;

/**
 * The texts of a form's item, in a text pack's wording where the card has one, or of one of the centre's own questions:
 * in Swedish where they were written in no other.
 */
export function itemTexts(
  text: AnswerText,
  { questions, wording }: Pick<Card, 'questions' | 'wording'>,
  id: string,
): ItemTexts {
  const own = questions.find((question) => question.id === id);
  if (own === undefined) {
    const english = text.language === 'en' ? wording?.texts.en?.[id] : undefined;
    const words = english ?? wording?.texts.sv[id];
    const isForeign = words !== undefined && english === undefined && text.language !== 'sv';
    return {
      heading: words?.heading ?? text.form(`items.${id}.heading`),
      text: words?.text ?? text.form(`items.${id}.text`) ?? id,
      help: words?.help ?? text.form(`items.${id}.help`),
      foreign: isForeign ? swedish : undefined,
      foreignHeading: isForeign && words.heading !== undefined ? swedish : undefined,
      option: (option) => text.form(`choices.${id}.${option}`) ?? option,
    };
  }
  const spoken = own.texts[text.language];
  const words = spoken ?? own.texts['sv'];
  return {
    heading: undefined,
    text: words?.text ?? id,
    help: own.kind === 'text' ? text.t('local.notice') : undefined,
    foreign: spoken === undefined ? swedish : undefined,
    foreignHeading: undefined,
    option: (option) => words?.options?.[option] ?? option,
  };
}

/** The texts of the items of this page's survey. */
export function useItemTexts(): (id: string) => ItemTexts {
  const { app, text } = usePage();
  const phase = app.phase.value;
  const card = 'card' in phase ? phase.card : { questions: [] };
  return (id) => itemTexts(text, card, id);
}
