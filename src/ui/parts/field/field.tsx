import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

interface FieldProps {
  readonly label: string;
  /** A sentence under the label. */
  readonly help?: string | undefined;
  /** What is wrong and how to mend it, in words. */
  readonly error?: string | undefined;
  /** Set beside the label for those fields that may stay empty. */
  readonly optional?: string | undefined;
}

/** The language of what is written in a field, where it is not the page's. */
export interface WrittenIn {
  readonly code: string;
  readonly direction: 'ltr' | 'rtl';
}

interface FrameProps extends FieldProps {
  readonly id: string;
  readonly children: ComponentChildren;
}

function Frame({ id, label, help, error, optional, children }: FrameProps) {
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label class="field-label" for={id}>
        {label}
        {optional === undefined ? null : <span class="field-optional"> ({optional})</span>}
      </label>
      {help === undefined ? null : (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { help, error }: FieldProps): string | undefined {
  const ids = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`];
  const text = ids.filter((part) => part !== '').join(' ');
  return text === '' ? undefined : text;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'date' | 'number' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url';
  readonly autoComplete?: string;
  readonly spellcheck?: boolean;
  readonly autoCapitalize?: 'none';
  readonly min?: string | number;
  readonly max?: string | number;
  readonly maxLength?: number;
  readonly required?: boolean;
  /** As wide as the few characters that it takes. */
  readonly short?: boolean;
  /** Known by the page, so that an error summary can lead to it. */
  readonly id?: string;
  readonly writtenIn?: WrittenIn | undefined;
}

/** One line of text, a number or a day, with its label above and its error in words below. */
export function TextField(props: TextFieldProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const attributes = {
    id,
    class: props.short === true ? 'input input-short' : 'input',
    value: props.value,
    inputMode: props.inputMode,
    autoComplete: props.autoComplete ?? 'off',
    spellcheck: props.spellcheck,
    autoCapitalize: props.autoCapitalize,
    min: props.min,
    max: props.max,
    maxLength: props.maxLength,
    required: props.required,
    lang: props.writtenIn?.code,
    dir: props.writtenIn?.direction,
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy(id, props),
    onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
      props.onInput(event.currentTarget.value),
    onBlur: () => props.onBlur?.(),
  };
  return (
    <Frame {...props} id={id}>
      {props.type === 'date' ? (
        <input {...attributes} type="date" />
      ) : props.type === 'number' ? (
        <input {...attributes} type="number" />
      ) : props.type === 'password' ? (
        <input {...attributes} type="password" />
      ) : (
        <input {...attributes} type="text" />
      )}
    </Frame>
  );
}

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: () => void;
  readonly rows?: number;
  /** Keeps the words from the browser's own helpers, which may send them away or remember them. */
  readonly secret?: boolean;
  readonly maxLength?: number;
  readonly id?: string;
  readonly writtenIn?: WrittenIn | undefined;
}

const unhelped = { autoComplete: 'off', spellcheck: false, autoCapitalize: 'none' } as const;

/** Several lines of text. Grows with what is written where the browser can. */
export function TextArea(props: TextAreaProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <Frame {...props} id={id}>
      <textarea
        id={id}
        class="input input-area"
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        lang={props.writtenIn?.code}
        dir={props.writtenIn?.direction}
        {...(props.secret === true ? unhelped : {})}
        value={props.value}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(id, props)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={() => props.onBlur?.()}
      />
    </Frame>
  );
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A choice among many, with the browser's own list. */
export function SelectField(props: SelectProps) {
  const id = useId();
  return (
    <Frame {...props} id={id}>
      <select
        id={id}
        class="input input-select"
        value={props.value}
        aria-describedby={describedBy(id, props)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** Fields beside one another where there is room. */
export function FieldRow({ children }: { readonly children: ComponentChildren }) {
  return <div class="field-row">{children}</div>;
}
