import { positionNote } from '#app/team/position-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { BoardItem } from '#projections/views.ts';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';

interface PositionNotesProps {
  readonly centre: OpenCentre;
  readonly item: BoardItem;
  readonly year: number;
}

/** The team's comment on its joint position, and the reservation of someone who sees it differently. */
export function PositionNotes({ centre, item, year }: PositionNotesProps) {
  const { t } = useText();
  return (
    <div class="statement-notes">
      <SavedField
        multiline
        rows={2}
        label={t('results:dialogue.comment')}
        help={t('results:dialogue.commentHelp')}
        value={item.comment}
        keeper={positionNote(centre, year, item.item, 'comment')}
      />
      <SavedField
        multiline
        rows={2}
        label={t('results:dialogue.reservation')}
        help={t('results:dialogue.reservationHelp')}
        value={item.reservation}
        keeper={positionNote(centre, year, item.item, 'reservation')}
      />
    </div>
  );
}
