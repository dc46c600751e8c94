import { useMemo } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { positionHistory, type PastPosition } from '#projections/position-history.ts';
import { useText, type Text } from '#ui/parts/text/text.tsx';

interface PastPositionsProps {
  readonly centre: OpenCentre;
  readonly item: string;
  readonly year: number;
}

/** What stood here before and when it was changed: the last other position in the open, the whole chain behind it. */
export function PastPositions({ centre, item, year }: PastPositionsProps) {
  const text = useText();
  const { t, formats } = text;
  const ledger = centre.ledger.value;
  const past = useMemo(() => positionHistory(ledger, year, item), [ledger, year, item]);
  const replaced = past.filter(({ stands }) => !stands);
  if (replaced.length === 0) return null;
  const lastMark = replaced.findLast(({ what }) => what === 'mark');
  const change = past.find(({ what, stands }) => what === 'mark' && stands);
  return (
    <div class="statement-past">
      {lastMark === undefined || change === undefined ? null : (
        <p>
          {t('meeting:past.before', {
            time: formats.time(change.at),
            words: valueOf(text, lastMark),
          })}
        </p>
      )}
      <details class="dialogue-more">
        <summary>{t('meeting:past.chain', { count: replaced.length })}</summary>
        <ol>
          {past.map((one) => (
            <li key={one.id}>
              {t(`meeting:past.${one.what}`, { words: valueOf(text, one) })}
              <span class="statement-when">
                {' '}
                {t('settle.by', {
                  name: one.by === '' ? t('meeting:past.device') : one.by,
                  time: formats.time(one.at),
                })}
                {one.stands ? ` · ${t('meeting:past.stands')}` : ''}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

function valueOf({ t, form }: Text, { what, mark, text }: PastPosition): string {
  if (what !== 'mark') return text === '' ? t('meeting:past.emptied') : text;
  return mark === null ? t('meeting:past.none') : form('reflection').mark('working6', mark);
}
