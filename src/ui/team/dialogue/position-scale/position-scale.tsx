import { useId } from 'preact/hooks';
import type { Mark } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import type { BoardItem } from '#projections/views.ts';
import { Dots } from '#ui/charts/dots/dots.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import './position-scale.css';

interface PositionScaleProps {
  readonly item: BoardItem;
  readonly year: number;
  readonly onAgree: (mark: Mark) => void;
}

const { points, nonAnswers } = scales.working6;

/**
 * The six stops with the team's marks standing over them, and the joint position as one tap on a stop. The
 * number of marks is in each stop's own name, so that it is heard as well as seen.
 */
export function PositionScale({ item, year, onAgree }: PositionScaleProps) {
  const { t } = useText();
  const name = useId();
  const shared = { item, year, name, onAgree };
  return (
    <fieldset class="position">
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

function Stop({
  mark,
  item,
  year,
  name,
  onAgree,
}: PositionScaleProps & { readonly mark: Mark; readonly name: string }) {
  const { t, form } = useText();
  const count = countOf(item, mark);
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
          checked={item.position === mark}
          onChange={() => onAgree(mark)}
        />
        <span class="position-word">{form('reflection').mark('working6', mark)}</span>
      </span>
      {count === 0 ? null : (
        <VisuallyHidden>, {t('results:dialogue.marks', { count })}</VisuallyHidden>
      )}
      {last ? (
        <span class="position-last">{t('results:dialogue.lastYear', { year: year - 1 })}</span>
      ) : null}
    </label>
  );
}

function countOf({ spread }: BoardItem, mark: Mark): number {
  if (!spread.shown) return 0;
  const { points: byPoint, nonAnswers: byWord } = spread.value;
  return (typeof mark === 'number' ? byPoint.get(mark) : byWord.get(mark)) ?? 0;
}
