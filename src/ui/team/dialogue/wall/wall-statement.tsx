import type { RefObject } from 'preact';
import type { BoardItem } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { scaleItem } from '#ui/team/results/subjects.ts';
import { SpreadPlot } from './spread-plot.tsx';

interface WallStatementProps {
  readonly item: BoardItem;
  readonly year: number;
  readonly revealed: boolean;
  /** Two positions stand: the wall takes no side until one is chosen. */
  readonly contested: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** One statement, large: the claim, the dot plot with words, what was written at it, and where the team has landed. */
export function WallStatement({ item, year, revealed, contested, heading }: WallStatementProps) {
  const { t, form } = useText();
  const reflection = form('reflection');
  const service = scaleItem(item.item)?.service;
  return (
    <section class="wall-statement" aria-labelledby="wall-name">
      <div class="wall-words">
        <p class="wall-area">{reflection.section(item.area)}</p>
        <h1 id="wall-name" ref={heading} tabIndex={-1}>
          {reflection.heading(item.item)}
        </h1>
        <p class="wall-claim">{reflection.text(item.item)}</p>
        {item.aboutOnePerson && service !== undefined ? (
          <p class="wall-first">{t(`meeting:first.${service}`)}</p>
        ) : null}
        {contested ? (
          <p class="wall-first" role="status">
            {t('meeting:wall.contested')}
          </p>
        ) : null}
      </div>
      <SpreadPlot item={contested ? { ...item, position: null } : item} year={year} />
      {revealed && item.comments.length > 0 ? (
        <ul
          class="wall-comments"
          aria-label={t('meeting:comments', { count: item.comments.length })}
        >
          {item.comments.map((comment, place) => (
            <li key={`${place} ${comment}`}>{comment}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
