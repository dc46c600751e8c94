import { useId } from 'preact/hooks';
import type { Mark } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import type { BoardItem } from '#projections/views.ts';
import { Dots } from '#ui/charts/dots/dots.tsx';
import { countAt } from '#ui/team/dialogue/count-at.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import './position-scale.css';
import { useChoice } from './use-choice.ts';

interface PositionScaleProps {
  readonly item: BoardItem;
  readonly year: number;
  /** Two positions stand: none of them is shown as chosen, and a tap settles. */
  readonly contested: boolean;
  readonly onAgree: (mark: Mark) => void;
}

const { points, nonAnswers } = scales.working6;

/**
 * The six stops with the team's marks standing over them, and the joint position as one tap on a stop. The
 * number of marks is in each stop's own name, so that it is heard as well as seen.
 */
export function PositionScale({ item, year, contested, onAgree }: PositionScaleProps) {
  const { t } = useText();
  const name = useId();
  const choice = useChoice(contested ? null : item.position, onAgree);
  const shared = { item, year, name, chosen: choice.mark, onChoose: choice.choose };
  return (
    <fieldset
      class="position"
      onKeyDown={choice.onKeyDown}
      onPointerDown={choice.onPointerDown}
      onFocusOut={choice.onFocusOut}
    >
      <legend>{t('results:dialogue.joint')}</legend>
      <div class="position-stops">
        {points.map((point) => (
          <Stop key={point} mark={point} {...shared} />
        ))}
      </div>
      <div class="position-others">
        {nonAnswers.map((mark) => (
          <Stop key={mark} mark={mark} {...shared} />
        ))}
      </div>
    </fieldset>
  );
}

interface StopProps extends Pick<PositionScaleProps, 'item' | 'year'> {
  readonly mark: Mark;
  readonly name: string;
  readonly chosen: Mark | null;
  readonly onChoose: (mark: Mark) => void;
}

function Stop({ mark, item, year, name, chosen, onChoose }: StopProps) {
  const { t, form } = useText();
  const count = countAt(item, mark);
  const last = item.lastYear === mark;
  return (
    <label class="position-stop">
      <span class="position-marks" aria-hidden="true">
        {count === 0 ? null : <Dots count={count} />}
      </span>
      <span class="position-choice">
        <input
          type="radio"
          name={name}
          value={mark}
          checked={chosen === mark}
          onChange={() => onChoose(mark)}
        />
        <span class="position-word">{form('reflection').mark('working6', mark)}</span>
      </span>
      {count === 0 ? null : (
        <VisuallyHidden>, {t('results:dialogue.marks', { count })}</VisuallyHidden>
      )}
      {last ? (
        <span class="position-last">
          {t(item.reworded ? 'meeting:wording.lastYear' : 'results:dialogue.lastYear', {
            year: year - 1,
          })}
        </span>
      ) : null}
    </label>
  );
}
