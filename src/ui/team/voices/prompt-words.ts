import type { OpenCentre } from '#app/team/team-app.ts';
import { ownPromptWords } from '#app/team/own-prompt-words.ts';
import type { AnswerText } from '#i18n/answer-text.ts';
import { saidAloud } from '#i18n/said-aloud.ts';
import { itemsOf, type Item, type Mark, type ScaleId } from '#instruments/form.ts';
import { childrenForm } from '#instruments/children-form.ts';
import { parentsForm } from '#instruments/parents-form.ts';
import { scales } from '#instruments/scales.ts';

/** What is read aloud for a prompt in the language of `text`, and whether that is Swedish for want of a translation. */
export interface PromptWords {
  readonly words: string;
  readonly isSwedish: boolean;
}

const items: readonly Item[] = [...itemsOf(childrenForm), ...itemsOf(parentsForm)];

/** The words of a prompt; the same that those who answer read on their screen, answers included. */
export function promptWords(
  centre: Pick<OpenCentre, 'questions'>,
  prompt: string,
  text: AnswerText,
): PromptWords {
  const own = centre.questions.list.value.find(({ id }) => id === prompt);
  if (own !== undefined) {
    const isSwedish = text.language !== 'sv' && own.wording(text.language) !== 'done';
    return { words: ownPromptWords(own, text.language), isSwedish };
  }
  return { words: formWords(prompt, text), isSwedish: false };
}

function formWords(prompt: string, text: AnswerText): string {
  const item = items.find(({ id }) => id === prompt);
  if (item !== undefined) return itemWords(item, text);
  switch (prompt) {
    case 'want':
      return `${text.form('intro') ?? ''} ${text.t('child.want')}`.trim();
    case 'again': {
      const practice = items.find((each) => each.kind === 'scale' && each.practiceAnswer);
      return practice === undefined ? '' : `${text.t('child.again')} ${asked(practice, text)}`;
    }
    case 'thanks':
      return text.t('child.done');
    case 'bye':
      return text.t('child.noThanks');
    case 'agree4': {
      const { points, nonAnswers } = scales[prompt];
      return saidAloud(text.language, '', markWords(prompt, [...points, ...nonAnswers], text));
    }
    default:
      return '';
  }
}

function itemWords(item: Item, text: AnswerText): string {
  const isPractice = item.kind === 'scale' && item.practiceAnswer !== undefined;
  const help = isPractice ? text.form(`items.${item.id}.help`) : undefined;
  return help === undefined ? asked(item, text) : `${help} ${asked(item, text)}`;
}

/** The question, with its answers where those are a child's faces or the question's own. */
function asked(item: Item, text: AnswerText): string {
  const words = text.form(`items.${item.id}.text`) ?? '';
  if (item.kind === 'choice') {
    const options = item.options.map((id) => text.form(`choices.${item.id}.${id}`) ?? '');
    return saidAloud(text.language, words, options);
  }
  if (item.kind !== 'scale' || item.scale === 'agree4') return words;
  return saidAloud(text.language, words, markWords(item.scale, scales[item.scale].points, text));
}

function markWords(scale: ScaleId, marks: readonly Mark[], text: AnswerText): readonly string[] {
  return marks.map((mark) => {
    const group = typeof mark === 'number' ? 'points' : 'nonAnswers';
    return text.form(`scales.${scale}.${group}.${mark}`) ?? '';
  });
}
