import { useEffect, useRef } from 'preact/hooks';
import { notePosition } from '#app/team/position-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { Mark } from '#instruments/form.ts';
import type { BoardItem, BoardView } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { PositionScale } from '#ui/team/dialogue/position-scale/position-scale.tsx';
import { spreadText } from '#ui/team/results/sentence-text.ts';

interface StatementProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly item: BoardItem;
  readonly year: number;
  /** Its place in the meeting's order, from 1. */
  readonly place: number;
  readonly total: number;
  readonly onStep: (step: number) => void;
}

/** One statement on the wall: the claim, how the marks lie, the joint position, and what is said about it. */
export function Statement(props: StatementProps) {
  const { centre, board, item, year, place, total, onStep } = props;
  const text = useText();
  const { t, form } = text;
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const shownBefore = useRef(item.item);
  useEffect(() => {
    // The statement's name is said when another one comes, but the page's own start is left alone.
    if (shownBefore.current !== item.item) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView({ block: 'nearest' });
    }
    shownBefore.current = item.item;
  }, [item.item]);
  const agree = async (mark: Mark | null): Promise<void> => {
    const before = item.position;
    await centre.agreePosition(year, item.item, mark);
    if (mark !== null) return;
    toast({
      text: t('results:dialogue.cleared'),
      undo: () => void centre.agreePosition(year, item.item, before),
    });
  };
  const reflection = form('reflection');
  // Why there is no spread is said once above, not at every statement.
  const spread = item.spread.shown
    ? spreadText(text, { year, answered: board.answered, spread: item.spread })
    : '';
  return (
    <section class="statement" aria-labelledby="statement-name">
      <div class="statement-words">
        <p class="statement-place">
          {reflection.section(item.area)} · {t('results:dialogue.place', { place, total })}
        </p>
        <h2 id="statement-name" ref={heading} tabIndex={-1}>
          {reflection.heading(item.item)}
        </h2>
        <p class="statement-claim">{reflection.text(item.item)}</p>
        {reflection.help(item.item) === '' ? null : (
          <p class="statement-help">{reflection.help(item.item)}</p>
        )}
      </div>
      {item.aboutOnePerson ? <Notice>{t('results:dialogue.onePerson')}</Notice> : null}
      {spread === '' ? null : <p class="statement-spread">{spread}</p>}
      <PositionScale key={item.item} item={item} year={year} onAgree={(mark) => void agree(mark)} />
      <div class="statement-steps">
        <Button disabled={place <= 1} onClick={() => onStep(-1)}>
          {t('results:dialogue.previous')}
        </Button>
        <Button
          kind={item.position === null ? 'secondary' : 'primary'}
          disabled={place >= total}
          onClick={() => onStep(1)}
        >
          {t('results:dialogue.next')}
        </Button>
        {item.position === null ? null : (
          <Button kind="quiet" onClick={() => void agree(null)}>
            {t('results:dialogue.clear')}
          </Button>
        )}
      </div>
      <div class="statement-notes" key={`notes-${item.item}`}>
        <SavedField
          multiline
          rows={2}
          label={t('results:dialogue.comment')}
          help={t('results:dialogue.commentHelp')}
          value={item.comment}
          save={(words) => notePosition(centre, year, item.item, 'comment', words)}
        />
        <SavedField
          multiline
          rows={2}
          label={t('results:dialogue.reservation')}
          help={t('results:dialogue.reservationHelp')}
          value={item.reservation}
          save={(words) => notePosition(centre, year, item.item, 'reservation', words)}
        />
      </div>
    </section>
  );
}
