import type { RefObject } from 'preact';
import type { BoardView } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { agreedItems } from '#ui/team/dialogue/agreed/agreed.tsx';

interface WallAgreedProps {
  readonly board: BoardView;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** More than fit beneath one another in a size that is read from across a room. */
const manyFrom = 8;

/** What all agree on, to be read together before somebody settles it on a tablet. */
export function WallAgreed({ board, heading }: WallAgreedProps) {
  const { t, form } = useText();
  const open = agreedItems(board);
  const total = board.items.filter(({ applicable }) => applicable).length;
  return (
    <section class="wall-list">
      <h1 ref={heading} tabIndex={-1}>
        {t('results:dialogue.unanimous', { count: open.length, total })}
      </h1>
      <ul class={open.length > manyFrom ? 'wall-many' : undefined}>
        {open.map(({ item, unanimous }) => (
          <li key={item}>
            {form('reflection').heading(item)}:{' '}
            <strong>{form('reflection').point('working6', unanimous)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
