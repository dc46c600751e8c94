import { saidAloud } from '#i18n/said-aloud.ts';
import { firstLanguage, type QuestionView } from '#projections/local-questions.ts';

/**
 * What is read aloud of a question of the centre's own, with a choice's options: in Swedish where the language does not
 * have all its words.
 */
export function ownPromptWords(question: QuestionView, language: string): string {
  const spoken = question.wording(language) === 'done' ? language : firstLanguage;
  const options = question.options.map((option) => question.optionText(option, spoken));
  return saidAloud(spoken, question.text(spoken), options);
}
