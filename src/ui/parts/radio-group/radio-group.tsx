import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import '#ui/parts/checkbox-group/checkbox-group.css';
import './radio-group.css';

interface RadioGroupProps<T extends string> {
  readonly legend: ComponentChildren;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side where there is room, with native radios in a fieldset. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice-group">
      <legend class="choice-legend">{props.legend}</legend>
      <div class="choice-options radio-row">
        {props.options.map(({ value, label }) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span class="choice-words">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
