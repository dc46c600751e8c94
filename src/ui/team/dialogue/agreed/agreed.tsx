import { useEffect, useRef, useState } from 'preact/hooks';
import { agreeUnanimous } from '#app/team/position-notes.ts';
import { takeBack } from '#app/team/taken-back.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { BoardItem, BoardView } from '#projections/views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';

interface AgreedProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
  /** Goes on to the statements, with these settled or not. */
  readonly onGo: () => void;
}

type Agreed = BoardItem & { readonly unanimous: number };

/** The statements that all placed the same mark on and that still have no position. */
export function agreedItems(board: BoardView): readonly Agreed[] {
  return board.items.filter(
    (item): item is Agreed => item.unanimous !== null && board.unanimousOpen.includes(item.item),
  );
}

/** What all agree on, settled in one tap and undone in one. */
export function AgreedPanel({ centre, board, year, onGo }: AgreedProps) {
  const { t, form } = useText();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const open = agreedItems(board);
  const total = board.items.filter(({ applicable }) => applicable).length;
  const take = async (): Promise<void> => {
    setBusy(true);
    const taken = await agreeUnanimous(centre, year, open);
    setBusy(false);
    onGo();
    toast({
      text: t('results:dialogue.taken', { count: open.length }),
      undo: () => void takeBack(centre, taken),
    });
  };
  return (
    <Panel kind="accent">
      <h2 class="dialogue-count" ref={heading} tabIndex={-1}>
        {t('results:dialogue.unanimous', { count: open.length, total })}
      </h2>
      <p class="dialogue-words">{t('meeting:agreedLead')}</p>
      <ul class="dialogue-agreed">
        {open.map(({ item, unanimous }) => (
          <li key={item}>
            {form('reflection').heading(item)}:{' '}
            <strong>{form('reflection').point('working6', unanimous)}</strong>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <Button kind="primary" busy={busy} onClick={() => void take()}>
          {t('results:dialogue.take', { count: open.length })}
        </Button>
        <Button kind="quiet" onClick={onGo}>
          {t('meeting:oneByOne')}
        </Button>
      </ButtonRow>
    </Panel>
  );
}
