import { renderSurveyInline } from '@formbricks/surveys';
import type { BenchForm } from '../answer/questions.ts';

declare const benchForm: BenchForm;

/** Formbricks' own surveys inline, from an object instead of its server: a question a card, no welcome before it. */
const answers: Record<string, unknown> = {};
renderSurveyInline({
  containerId: 'survey',
  brandColor: '#1f4d42',
  isBrandingEnabled: false,
  survey: {
    id: 'bench',
    name: benchForm.title,
    type: 'link',
    status: 'inProgress',
    welcomeCard: { enabled: false },
    thankYouCard: { enabled: true, headline: 'Tack' },
    hiddenFields: { enabled: false },
    questions: benchForm.questions.map(({ id, text, help, options }) => ({
      id,
      type: 'multipleChoiceSingle',
      headline: text,
      subheader: help,
      required: false,
      shuffleOption: 'none',
      buttonLabel: 'Nästa',
      backButtonLabel: 'Tillbaka',
      choices: options.map((option) => ({ id: `${id}-${option.id}`, label: option.text })),
    })),
  },
  onResponse: ({ data }) => Object.assign(answers, data),
  onFinished: () => {
    void fetch('/answers', { method: 'POST', body: JSON.stringify(answers) });
  },
});
