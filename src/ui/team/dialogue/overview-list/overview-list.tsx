import type { BoardItem, BoardView } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';
import './overview-list.css';

interface OverviewListProps {
  readonly board: BoardView;
  readonly order: readonly string[];
  readonly current: string | undefined;
  readonly onChoose: (item: string) => void;
}

/** All statements in the meeting's order with where they stand: the way to jump, also back to a settled one. */
export function OverviewList({ board, order, current, onChoose }: OverviewListProps) {
  const { t, form } = useText();
  const byId = new Map(board.items.map((item) => [item.item, item]));
  const items = order.flatMap((id) => byId.get(id) ?? []);
  const left = board.items.filter(({ applicable }) => !applicable).length;
  return (
    <details class="dialogue-more">
      <summary>{t('results:dialogue.overview')}</summary>
      <ol class="overview-list">
        {items.map((item) => (
          <li key={item.item}>
            <button
              type="button"
              class={item.position === null ? 'overview-open' : 'overview-set'}
              aria-current={item.item === current ? 'true' : undefined}
              onClick={() => onChoose(item.item)}
            >
              <span>{form('reflection').heading(item.item)}</span>
              <span class="overview-state">{stateOf(item)}</span>
            </button>
          </li>
        ))}
      </ol>
      {left === 0 ? null : <p>{t('results:dialogue.notApplicable', { count: left })}</p>}
    </details>
  );

  function stateOf({ position, positionsDiffer, unanimous, range }: BoardItem): string {
    if (position !== null) return `✓ ${form('reflection').mark('working6', position)}`;
    if (positionsDiffer) return t('results:table.differs');
    if (unanimous !== null) return t('results:dialogue.stateAgree');
    if (range === null) return t('results:dialogue.stateOpen');
    return t('results:dialogue.stateDivided', { count: range.high - range.low + 1 });
  }
}
