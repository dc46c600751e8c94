import { useEffect, useRef } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { Mark } from '#instruments/form.ts';
import type { BoardItem } from '#projections/views.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { PositionScale } from '#ui/team/dialogue/position-scale/position-scale.tsx';
import { spreadText } from '#ui/team/results/sentence-text.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';
import { pathTo } from '#ui/team/session/paths.ts';
import { Comments } from './comments.tsx';
import { contestedAt } from './contested-at.ts';
import { PastPositions } from './past-positions.tsx';
import { PositionNotes } from './position-notes.tsx';
import { SettleHere } from './settle-here.tsx';

interface StatementProps {
  readonly centre: OpenCentre;
  readonly item: BoardItem;
  readonly answered: number;
  readonly year: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Every statement has a position: the way on leads out of the statements. */
  readonly allDone: boolean;
  readonly onStep: (step: number) => void;
}

/** One statement: the claim, how the marks lie, what was written at it, and the joint position with its history. */
export function Statement(props: StatementProps) {
  const { centre, item, answered, year } = props;
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
    const edits = await centre.agreePosition(year, item.item, mark);
    if (mark !== null) return;
    toast({
      text: t('results:dialogue.cleared'),
      undo: () => void centre.agreePosition(year, item.item, before, edits),
    });
  };
  const contested = contestedAt(centre.contested.value, year, item.item);
  const reflection = form('reflection');
  const service = scaleItem(item.item)?.service;
  // Why there is no spread is said once before the statements, not at every one.
  const spread = item.spread.shown ? spreadText(text, { year, answered, spread: item.spread }) : '';
  return (
    <section class="statement" aria-labelledby="statement-name">
      <div class="statement-words">
        <p class="statement-place">{reflection.section(item.area)}</p>
        <h2 id="statement-name" ref={heading} tabIndex={-1}>
          {reflection.heading(item.item)}
        </h2>
        <p class="statement-claim">{reflection.text(item.item)}</p>
        {reflection.help(item.item) === '' ? null : (
          <p class="statement-help">{reflection.help(item.item)}</p>
        )}
      </div>
      {item.aboutOnePerson && service !== undefined ? (
        <Notice>{t(`meeting:first.${service}`)}</Notice>
      ) : null}
      {spread === '' ? null : <p class="statement-spread">{spread}</p>}
      <Comments comments={item.comments} />
      <SettleHere centre={centre} contested={contested} />
      <PositionScale
        key={item.item}
        item={item}
        year={year}
        contested={contested.some(({ kind }) => kind === 'mark')}
        onAgree={(mark) => void agree(mark)}
      />
      <Steps {...props} onClear={() => void agree(null)} />
      <PositionNotes key={`notes-${item.item}`} centre={centre} item={item} year={year} />
      <PastPositions key={`past-${item.item}`} centre={centre} item={item.item} year={year} />
    </section>
  );
}

function Steps(props: StatementProps & { readonly onClear: () => void }) {
  const { t } = useText();
  const { item, year, onStep } = props;
  return (
    <div class="statement-steps">
      <Button disabled={props.isFirst} onClick={() => onStep(-1)}>
        {t('results:dialogue.previous')}
      </Button>
      {props.allDone ? (
        <ButtonLink kind="primary" href={pathTo.dialogue(year, 'improve')}>
          {t('meeting:toImprove')}
        </ButtonLink>
      ) : null}
      <Button
        kind={item.position === null || props.allDone ? 'secondary' : 'primary'}
        disabled={props.isLast}
        onClick={() => onStep(1)}
      >
        {t('results:dialogue.next')}
      </Button>
      {item.position === null ? null : (
        <Button kind="quiet" onClick={props.onClear}>
          {t('results:dialogue.clear')}
        </Button>
      )}
    </div>
  );
}
