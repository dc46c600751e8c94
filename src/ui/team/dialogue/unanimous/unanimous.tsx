import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { BoardItem, BoardView } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';

interface UnanimousProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
}

type Agreed = BoardItem & { readonly unanimous: number };

/** What all agree on, settled in one tap and undone in one. Gone when there is nothing left to settle. */
export function Unanimous({ centre, board, year }: UnanimousProps) {
  const { t, form } = useText();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const open = board.items.filter(
    (item): item is Agreed => item.unanimous !== null && board.unanimousOpen.includes(item.item),
  );
  if (open.length === 0) return null;
  const total = board.items.filter(({ applicable }) => applicable).length;
  const take = async (): Promise<void> => {
    setBusy(true);
    for (const { item, unanimous } of open) await centre.agreePosition(year, item, unanimous);
    setBusy(false);
    toast({
      text: t('results:dialogue.taken', { count: open.length }),
      undo: () => {
        for (const { item } of open) void centre.agreePosition(year, item, null);
      },
    });
  };
  return (
    <Panel kind="accent">
      <p class="dialogue-count">{t('results:dialogue.unanimous', { count: open.length, total })}</p>
      <div>
        <Button kind="primary" busy={busy} onClick={() => void take()}>
          {t('results:dialogue.take', { count: open.length })}
        </Button>
      </div>
      <details class="dialogue-more">
        <summary>{t('results:dialogue.which')}</summary>
        <ul class="dialogue-agreed">
          {open.map(({ item, unanimous }) => (
            <li key={item}>
              {form('reflection').heading(item)}:{' '}
              <strong>{form('reflection').point('working6', unanimous)}</strong>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}
