import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { answerLanguage, answerLanguages } from '#i18n/answer-languages.ts';
import type { AnswerText } from '#i18n/answer-text.ts';
import { scales } from '#instruments/scales.ts';
import type { QuestionView } from '#projections/local-questions.ts';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { LanguageReview } from './language-review.tsx';
import { useAnswerText } from './use-answer-text.ts';

/** The questions as a parent meets them, in any language, with what falls back to Swedish. */
export function QuestionPreview({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const [code, setCode] = useState('sv');
  const text = useAnswerText(code, 'parents');
  const language = answerLanguage(code);
  const asked = centre.questions.list.value.filter((question) => question.asked);
  return (
    <Section title={t('questions:own.previewTitle')} id="preview">
      {asked.length === 0 ? (
        <p class="own-note">{t('questions:own.previewEmpty')}</p>
      ) : (
        <>
          <SelectField
            label={t('questions:own.previewLanguage')}
            value={code}
            options={answerLanguages.map((one) => ({ value: one.code, label: one.name }))}
            onChange={setCode}
          />
          <LanguageReview code={code} />
          {text === 'failed' ? (
            <Notice kind="warning" live>
              {t('questions:own.previewFailed')}
            </Notice>
          ) : null}
          {typeof text === 'object' ? (
            <div class="own-preview" lang={code} dir={language?.direction}>
              <p class="own-preview-title">
                {text.t('local.title', { centre: centre.centre.value.name })}
              </p>
              {asked.map((question) => (
                <PreviewQuestion key={question.id} question={question} text={text} />
              ))}
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}

function PreviewQuestion({
  question,
  text,
}: {
  readonly question: QuestionView;
  readonly text: AnswerText;
}) {
  const spoken = question.wording(text.language) === 'done' ? text.language : 'sv';
  const own = spoken === text.language ? {} : ({ lang: 'sv', dir: 'ltr' } as const);
  return (
    <div class="own-preview-question">
      <p class="own-preview-words" {...own}>
        {question.text(spoken)}
      </p>
      {spoken === text.language ? null : (
        <p class="own-preview-note">{text.t('local.onlySwedish')}</p>
      )}
      {question.kind === 'text' ? (
        <>
          <p class="own-preview-note">{text.t('local.notice')}</p>
          <div class="own-preview-box" />
        </>
      ) : (
        <ul class="own-preview-options" {...(question.kind === 'choice' ? own : {})}>
          {optionsOf(question, text, spoken).map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function optionsOf(question: QuestionView, text: AnswerText, spoken: string): readonly string[] {
  if (question.kind === 'choice') {
    return question.options.map((option) => question.optionText(option, spoken));
  }
  const { points, nonAnswers } = scales.agree4;
  return [
    ...points.map((point) => text.form(`scales.agree4.points.${point}`) ?? ''),
    ...nonAnswers.map((id) => text.form(`scales.agree4.nonAnswers.${id}`) ?? ''),
  ];
}
