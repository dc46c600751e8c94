import type { AnswerKey } from '#i18n/answer-text-types.ts';
import { usePage } from '#ui/answer/page/page-context.ts';

type Told = 'under4' | 'from4to6' | 'alone' | 'helped';

/** One thing that the adult tells of the child, as large native radios. */
export function AdultTiles<Value extends Told>({
  name,
  values,
  chosen,
  choose,
  missing,
}: {
  readonly name: 'band' | 'help';
  readonly values: readonly Value[];
  readonly chosen: Value | undefined;
  readonly choose: (value: Value) => void;
  /** Whether it was left out: then it is said here. */
  readonly missing: boolean;
}) {
  const { text } = usePage();
  const key = (value: Value): AnswerKey => `child.${value}`;
  return (
    <fieldset class="tiles" aria-describedby={`${name}-missing`}>
      <legend>{text.t(`child.${name}`)}</legend>
      {values.map((value) => (
        <label key={value} class="option">
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          <span>{text.t(key(value))}</span>
        </label>
      ))}
      <div class="tiles-missing" id={`${name}-missing`} role="alert">
        {missing && <p class="notice notice-danger">{text.t(`child.${name}Missing`)}</p>}
      </div>
    </fieldset>
  );
}
