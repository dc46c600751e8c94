import { useState } from 'preact/hooks';
import { questionOption, questionText } from '#app/team/centre-questions.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { answerLanguages, type AnswerLanguage } from '#i18n/answer-languages.ts';
import { isolate } from '#i18n/isolate.ts';
import type { QuestionView } from '#projections/local-questions.ts';
import { SelectField } from '#ui/parts/field/field.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { maxOptionCharacters, maxQuestionCharacters } from './question-limits.ts';
import { posterLanguages } from './poster-languages.ts';

interface TranslationsProps {
  readonly centre: OpenCentre;
  readonly question: QuestionView;
}

/** A question's words in the other languages, one at a time; what is missing is shown in Swedish. */
export function Translations({ centre, question }: TranslationsProps) {
  const { t } = useText();
  const wanted = posterLanguages(centre);
  const others = answerLanguages
    .filter(({ code }) => code !== 'sv')
    .toSorted((a, b) => Number(wanted.includes(b.code)) - Number(wanted.includes(a.code)));
  const [code, setCode] = useState(others[0]?.code ?? '');
  const language = others.find((one) => one.code === code);
  const wordingOf = ({ code: of, name }: AnswerLanguage): string =>
    t(`questions:own.wording.${question.wording(of)}`, { language: isolate(name) });
  const ready = question.text('sv') !== '';
  const yours = others.filter((one) => wanted.includes(one.code));
  return (
    <details class="own-translations">
      <summary>
        {t('questions:own.otherLanguages')}
        {yours.length === 0 ? null : (
          <span class="own-wordings">
            {yours.map((one) => (
              <span key={one.code} data-wording={question.wording(one.code)}>
                {wordingOf(one)}
              </span>
            ))}
          </span>
        )}
      </summary>
      <div class="own-translation">
        <p class="own-note">{t('questions:own.otherLanguagesHelp')}</p>
        <SelectField
          label={t('questions:own.language')}
          value={code}
          options={others.map((one) => ({ value: one.code, label: wordingOf(one) }))}
          onChange={setCode}
        />
        {language === undefined || !ready ? null : (
          <Words key={language.code} centre={centre} question={question} language={language} />
        )}
      </div>
    </details>
  );
}

function Words({
  centre,
  question,
  language,
}: TranslationsProps & { readonly language: AnswerLanguage }) {
  const { t } = useText();
  const { code, name } = language;
  const { id, options } = question;
  const label = (field: string): string =>
    t('questions:own.inLanguage', { field, language: isolate(name) });
  return (
    <>
      <SavedField
        label={label(t('questions:own.question'))}
        help={question.text('sv')}
        value={question.text(code)}
        maxLength={maxQuestionCharacters}
        multiline
        rows={2}
        writtenIn={language}
        keeper={questionText(centre, id, code)}
      />
      {options.map((option, at) => (
        <SavedField
          key={option}
          label={label(t('questions:own.option', { number: at + 1 }))}
          help={question.optionText(option, 'sv')}
          value={question.optionText(option, code)}
          maxLength={maxOptionCharacters}
          writtenIn={language}
          keeper={questionOption(centre, id, option, code)}
        />
      ))}
      {question.wording(code) === 'begun' ? (
        <p class="own-note">{t('questions:own.begunNote')}</p>
      ) : null}
    </>
  );
}
