import 'survey-core/survey-core.fontless.min.css';
import 'survey-core/i18n/swedish';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import type { BenchForm } from '../answer/questions.ts';

declare const benchForm: BenchForm;

/**
 * SurveyJS as its guide has it: all questions on one page, its own style sheet (the one without the font that it would
 * ask another host for), its own Swedish words.
 */
const model = new Model({
  locale: 'sv',
  title: benchForm.title,
  description: benchForm.intro,
  elements: benchForm.questions.map(({ id, text, help, options }) => ({
    type: 'radiogroup',
    name: id,
    title: text,
    description: help,
    choices: options.map((option) => ({ value: option.id, text: option.text })),
  })),
});
model.onComplete.add(({ data }) => {
  void fetch('/answers', { method: 'POST', body: JSON.stringify(data) });
});
const element = document.getElementById('survey');
if (element === null) throw new Error('no place for the survey');
renderSurvey(model, element);
