import type { OpenCentre } from '#app/team/team-app.ts';
import { yearWording } from '#app/team/text-pack.ts';
import { scales } from '#instruments/scales.ts';
import type { BoardItem, BoardView } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { MirrorMark } from '#ui/team/shell/mirror-mark.tsx';
import { contestedAt } from '#ui/team/dialogue/statement/contested-at.ts';
import { wordingMark } from '#ui/team/wording/wording-mark.ts';
import './form-sheet.css';
import './record-sheet.css';

interface RecordSheetProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
}

const { points } = scales.working6;

/**
 * The reflection as it was agreed on, in the order of the form: joint positions, comments and reservations. Neither a
 * spread nor what anyone wrote alone is ever on it, so that it can lie on a table or go to the managers.
 */
export function RecordSheet({ centre, board }: RecordSheetProps) {
  const text = useText();
  const { t, form, language } = text;
  const reflection = form('reflection');
  const pack = yearWording(centre, board.year);
  const { name, responsible } = centre.centre.value;
  const items = board.items.filter(({ applicable }) => applicable);
  const areas = [...new Set(items.map(({ area }) => area))];
  const { answered, invited } = board;
  const contested = centre.contested.value;
  return (
    <article class="form-sheet record-sheet" lang={language}>
      <header class="form-sheet-head">
        <MirrorMark />
        <p class="form-sheet-centre">{name}</p>
        <h2>
          {reflection.title} {board.year}
        </h2>
      </header>
      <div class="form-sheet-intro">
        {answered === 0 ? null : (
          <p>
            {invited === null || invited < answered
              ? t('meeting:record.answered', { count: answered })
              : t('meeting:record.answeredOf', { count: answered, invited })}
          </p>
        )}
        {items.length === board.items.length ? null : <p>{t('meeting:record.left')}</p>}
        {pack === null ? null : <p>{wordingMark(text, pack)}</p>}
      </div>
      {areas.map((area) => (
        <section key={area} class="form-sheet-section">
          <h3>{reflection.section(area)}</h3>
          {items
            .filter((item) => item.area === area)
            .map((item) => (
              <RecordItem
                key={item.item}
                item={item}
                number={board.items.indexOf(item) + 1}
                year={board.year}
                contested={contestedAt(contested, board.year, item.item).some(
                  ({ kind }) => kind === 'mark',
                )}
              />
            ))}
        </section>
      ))}
      <footer class="form-sheet-foot">
        <p>
          {responsible.name}, {responsible.contact}
        </p>
      </footer>
    </article>
  );
}

interface RecordItemProps {
  readonly item: BoardItem;
  /** As on the form, where the centre has it or not. */
  readonly number: number;
  readonly year: number;
  /** Two positions stand: paper takes no side. */
  readonly contested: boolean;
}

function RecordItem({ item, number, year, contested }: RecordItemProps) {
  const { t, form } = useText();
  const reflection = form('reflection');
  const { lastYear, comment, reservation } = item;
  const position = contested ? null : item.position;
  const words = (mark: NonNullable<BoardItem['position']>): string =>
    reflection.mark('working6', mark);
  return (
    <div class="form-question record-item">
      <p>
        <strong>
          {number}. {reflection.heading(item.item)}.
        </strong>{' '}
        {reflection.text(item.item)}
      </p>
      <div class="record-position">
        <span class="record-stops" aria-hidden="true">
          {points.map((point) => (
            <span key={point} class="form-box" data-chosen={point === position} />
          ))}
        </span>
        <p>
          {position === null ? (
            t(contested ? 'meeting:record.contested' : 'meeting:record.none')
          ) : (
            <strong>{t('meeting:record.position', { words: words(position) })}</strong>
          )}
          {lastYear === null ? null : (
            <span class="record-last">
              {t('meeting:record.lastYear', {
                year: item.reworded
                  ? t('meeting:wording.lastYear', { year: year - 1 })
                  : String(year - 1),
                words: words(lastYear),
              })}
            </span>
          )}
        </p>
      </div>
      {comment === '' ? null : (
        <p class="record-words">
          <strong>{t('meeting:record.comment')}</strong> {comment}
        </p>
      )}
      {reservation === '' ? null : (
        <p class="record-words">
          <strong>{t('meeting:record.reservation')}</strong> {reservation}
        </p>
      )}
    </div>
  );
}
