import type { Mark } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import type { BoardItem } from '#projections/views.ts';
import { Dots } from '#ui/charts/dots/dots.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import { countAt } from '#ui/team/dialogue/count-at.ts';

const { points, nonAnswers } = scales.working6;

/** The six stops with words, a dot for each mark over them, last year's position as a quiet mark, and this year's. */
export function SpreadPlot({ item, year }: { readonly item: BoardItem; readonly year: number }) {
  const { t, form } = useText();
  const column = (mark: Mark) => {
    const count = countAt(item, mark);
    const isAgreed = item.position === mark;
    return (
      <li key={mark} class={isAgreed ? 'plot-stop plot-agreed' : 'plot-stop'}>
        <span class="plot-dots" aria-hidden="true">
          {count === 0 ? null : <Dots count={count} />}
        </span>
        <span class="plot-word">{form('reflection').mark('working6', mark)}</span>
        {count === 0 ? null : (
          <VisuallyHidden>, {t('results:dialogue.marks', { count })}</VisuallyHidden>
        )}
        <span class="plot-notes">
          {isAgreed ? <strong>{t('meeting:wall.position')}</strong> : null}
          {item.lastYear === mark ? (
            <span class="plot-last">
              {t(item.reworded ? 'meeting:wording.lastYear' : 'results:dialogue.lastYear', {
                year: year - 1,
              })}
            </span>
          ) : null}
        </span>
      </li>
    );
  };
  return (
    <div class="plot">
      <ul class="plot-stops">{points.map(column)}</ul>
      <ul class="plot-others">{nonAnswers.map(column)}</ul>
    </div>
  );
}
