import { answerLanguages } from '#i18n/answer-languages.ts';
import { hasAnswerTexts } from '#i18n/answer-text-files.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import './language-switch.css';

/** Changes language wherever one stands; every language in its own script. */
export function LanguageSwitch() {
  const { app, text, languages } = usePage();
  const failed = languages.failed.value;
  const phase = app.phase.value;
  const offered = answerLanguages.filter(
    ({ code }) => phase.kind !== 'ready' || hasAnswerTexts(code, phase.form.id),
  );
  return (
    <span class="language-switch">
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        aria-hidden="true"
      >
        <circle cx="12" cy="12" r="9" />
        <path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />
      </svg>
      <select
        aria-label={text.t('language.label')}
        value={languages.chosen.value ?? text.language}
        onChange={(event) => languages.choose(event.currentTarget.value)}
      >
        {offered.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <span role="status">{failed !== undefined && text.t('language.failed')}</span>
    </span>
  );
}
