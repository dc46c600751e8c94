import type { OpenCentre } from '#app/team/team-app.ts';
import type { AnswerText } from '#i18n/answer-text.ts';
import { spokenWords } from '#projections/local-questions.ts';

/** What is read aloud for a prompt in the language of `text`, and whether that is Swedish for want of a translation. */
export interface PromptWords {
  readonly words: string;
  readonly isSwedish: boolean;
}

/** The words of a prompt; the same that those who answer read on their screen. */
export function promptWords(
  centre: Pick<OpenCentre, 'questions'>,
  prompt: string,
  text: AnswerText,
): PromptWords {
  const own = centre.questions.list.value.find(({ id }) => id === prompt);
  if (own !== undefined) {
    const isSwedish = text.language !== 'sv' && own.wording(text.language) !== 'done';
    return { words: spokenWords(own, text.language), isSwedish };
  }
  const words =
    prompt === 'want'
      ? `${text.form('intro') ?? ''} ${text.t('child.want')}`.trim()
      : prompt === 'thanks'
        ? text.t('child.done')
        : (text.form(`items.${prompt}.text`) ?? '');
  return { words, isSwedish: false };
}
