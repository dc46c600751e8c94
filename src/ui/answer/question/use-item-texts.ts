import type { AnswerText } from '#i18n/answer-text.ts';
import type { AnswerPhase } from '#app/answer/answer-app.ts';
import { usePage } from '#ui/answer/page/page-context.ts';

type Questions = Extract<AnswerPhase, { kind: 'ready' }>['card']['questions'];

/** What stands on the screen for one item. */
export interface ItemTexts {
  readonly heading: string | undefined;
  readonly text: string;
  readonly help: string | undefined;
  /** What marks `text` and the options, where they are in another language than the page's. */
  readonly foreign: { readonly lang: string; readonly dir: 'ltr' } | undefined;
  option(id: string): string;
}

/** The texts of a form's item, or of one of the centre's own questions: in Swedish where they were written in no other. */
export function itemTexts(text: AnswerText, questions: Questions, id: string): ItemTexts {
  const own = questions.find((question) => question.id === id);
  if (own === undefined) {
    return {
      heading: text.form(`items.${id}.heading`),
      text: text.form(`items.${id}.text`) ?? id,
      help: text.form(`items.${id}.help`),
      foreign: undefined,
      option: (option) => text.form(`choices.${id}.${option}`) ?? option,
    };
  }
  const spoken = own.texts[text.language];
  const words = spoken ?? own.texts['sv'];
  return {
    heading: undefined,
    text: words?.text ?? id,
    help: own.kind === 'text' ? text.t('local.notice') : undefined,
    foreign: spoken === undefined ? { lang: 'sv', dir: 'ltr' } : undefined,
    option: (option) => words?.options?.[option] ?? option,
  };
}

/** The texts of the items of this page's survey. */
export function useItemTexts(): (id: string) => ItemTexts {
  const { app, text } = usePage();
  const phase = app.phase.value;
  const questions = 'card' in phase ? phase.card.questions : [];
  return (id) => itemTexts(text, questions, id);
}
