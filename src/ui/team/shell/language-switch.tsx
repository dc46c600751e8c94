import { languageNames, staffLanguages } from '#i18n/languages.ts';
import { useText } from '#ui/parts/text/text.tsx';
import './language-switch.css';

/** The languages by their own names. The one in use is pressed. */
export function LanguageSwitch() {
  const { t, language, setLanguage } = useText();
  return (
    <div class="language-switch" role="group" aria-label={t('app.language')}>
      {staffLanguages.map((id) => (
        <button
          key={id}
          type="button"
          lang={id}
          class="language-option"
          aria-pressed={id === language}
          onClick={() => setLanguage(id)}
        >
          {languageNames[id]}
        </button>
      ))}
    </div>
  );
}
