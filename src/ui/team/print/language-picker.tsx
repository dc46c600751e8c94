import { useId } from 'preact/hooks';
import type { AnswerLanguage } from '#i18n/answer-languages.ts';
import './language-picker.css';

interface LanguagePickerProps {
  readonly legend: string;
  readonly help: string;
  readonly languages: readonly AnswerLanguage[];
  readonly picked: readonly string[];
  /** No more than so many at once. */
  readonly most?: number;
  /** Always in the order of the list, and never empty. */
  readonly onChange: (codes: readonly string[]) => void;
}

/** Some of the languages, each in its own script. */
export function LanguagePicker(props: LanguagePickerProps) {
  const { languages, picked, most = languages.length } = props;
  const id = useId();
  const toggle = (code: string, on: boolean): void => {
    const codes = languages
      .map((language) => language.code)
      .filter((each) => (each === code ? on : picked.includes(each)));
    if (codes.length > 0 && codes.length <= most) props.onChange(codes);
  };
  return (
    <fieldset class="language-picker" aria-describedby={`${id}-help`}>
      <legend>{props.legend}</legend>
      <p id={`${id}-help`} class="language-picker-help">
        {props.help}
      </p>
      <div class="language-picker-options">
        {languages.map(({ code, name, direction }) => {
          const isPicked = picked.includes(code);
          // The last one stays, and nothing is added beyond what there is room for.
          const isFixed = isPicked ? picked.length === 1 : picked.length >= most;
          return (
            <label key={code} class="picker-language">
              <input
                type="checkbox"
                checked={isPicked}
                disabled={isFixed}
                onChange={(event) => toggle(code, event.currentTarget.checked)}
              />
              <span lang={code} dir={direction}>
                {name}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
