import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './checkbox-group.css';

interface CheckboxOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly help?: string;
}

interface CheckboxGroupProps<T extends string> {
  readonly legend: ComponentChildren;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly CheckboxOption<T>[];
  readonly values: readonly T[];
  /** Always in the order of the options. */
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of a few, with native checkboxes in a fieldset. */
export function CheckboxGroup<T extends string>(props: CheckboxGroupProps<T>) {
  const name = useId();
  const toggle = (value: T, on: boolean): void => {
    const chosen = new Set(props.values);
    if (on) chosen.add(value);
    else chosen.delete(value);
    props.onChange(props.options.map((option) => option.value).filter((id) => chosen.has(id)));
  };
  return (
    <fieldset
      class="choice-group"
      aria-describedby={props.error === undefined ? undefined : `${name}-error`}
    >
      <legend class="choice-legend">{props.legend}</legend>
      {props.help === undefined ? null : <p class="choice-help">{props.help}</p>}
      <div class="choice-options choice-column">
        {props.options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="checkbox"
              checked={props.values.includes(option.value)}
              onChange={(event) => toggle(option.value, event.currentTarget.checked)}
            />
            <span class="choice-words">
              {option.label}
              {option.help === undefined ? null : <span class="choice-more">{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
      {props.error === undefined ? null : (
        <p class="choice-error" id={`${name}-error`}>
          {props.error}
        </p>
      )}
    </fieldset>
  );
}
