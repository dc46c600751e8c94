import type { OpenCentre } from '#app/team/team-app.ts';
import { answerLanguages } from '#i18n/answer-languages.ts';
import { isolate } from '#i18n/isolate.ts';
import { isReviewed } from '#i18n/paper-texts.ts';
import { useText } from '#ui/parts/text/text.tsx';
import './opening.css';

/** What a round takes along from the moment that it opens: the own questions, the languages, and which have sound. */
export function WhatIsAsked({
  centre,
  form,
}: {
  readonly centre: OpenCentre;
  readonly form: 'parents' | 'children';
}) {
  const { t } = useText();
  const questions = form === 'parents' ? centre.questions.list.value : [];
  const asked = questions.filter((question) => question.asked);
  const left = questions.length - asked.length;
  const ready = centre.voices.readiness(form);
  const total = centre.voices.prompts(form).length;
  const spoken = answerLanguages.filter(({ code }) => ready.has(code));
  return (
    <div class="opening">
      {asked.length === 0 ? null : (
        <div>
          <h3>{t('questions:opening.ownTitle', { count: asked.length })}</h3>
          <ul>
            {asked.map((question) => (
              <li key={question.id}>{question.text('sv')}</li>
            ))}
          </ul>
        </div>
      )}
      {left === 0 ? null : <p>{t('questions:opening.notReady', { count: left })}</p>}
      <div>
        <h3>{t('questions:opening.soundTitle')}</h3>
        {spoken.length === 0 ? (
          <p>{t('questions:opening.noSound')}</p>
        ) : (
          <ul>
            {spoken.map(({ code, name }) => (
              <li key={code}>
                {t('questions:opening.sound', {
                  language: isolate(name),
                  done: ready.get(code),
                  total,
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
      <details class="opening-languages">
        <summary>{t('questions:languages.title', { count: answerLanguages.length })}</summary>
        <p>{t('questions:languages.note')}</p>
        <LanguageNames words={t('questions:languages.reviewed')} isReviewed />
        <LanguageNames words={t('questions:languages.notReviewedThese')} isReviewed={false} />
      </details>
      <p>{t('questions:opening.frozen')}</p>
    </div>
  );
}

function LanguageNames(props: { readonly words: string; readonly isReviewed: boolean }) {
  const names = answerLanguages.filter(({ code }) => isReviewed(code) === props.isReviewed);
  if (names.length === 0) return null;
  return (
    <>
      <p>{props.words}</p>
      <ul class="opening-names">
        {names.map(({ code, name, direction }) => (
          <li key={code} lang={code} dir={direction}>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
