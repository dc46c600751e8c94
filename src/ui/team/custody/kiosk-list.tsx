import { useEffect, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { kioskState, type KioskState } from '#projections/kiosk-state.ts';
import type { RoundView } from '#projections/views.ts';
import type { Translate } from '#i18n/translator.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';

interface KioskListProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
}

/** What the kiosks of a round last said, and whether all has come in. Nothing where none ever reported. */
export function KioskList({ centre, round }: KioskListProps) {
  const { t, formats } = useText();
  const [asking, setAsking] = useState(false);
  const [missed, setMissed] = useState(false);
  const { reports, askedAt } = centre.custody.kiosks.value;
  const { mailbox, status } = centre.sync.value;
  const ask = async (): Promise<void> => {
    setAsking(true);
    setMissed(!(await centre.custody.refreshKiosks().catch(() => false)));
    setAsking(false);
  };
  useEffect(() => {
    if (status === 'online') void ask();
  }, [status === 'online']);
  const state = kioskState(reports, round);
  if (mailbox === null || state.kiosks.length === 0) return null;
  const number = (place: number): string =>
    t('custody:kiosks.name', { number: formats.number(place + 1) });
  return (
    <div class="custody-block">
      <h3 class="custody-title">{t('custody:kiosks.title')}</h3>
      <p role="status">{summaryWords(t, state, round)}</p>
      <ul class="custody-list">
        {state.kiosks.map((kiosk, place) => (
          <li key={kiosk.kiosk} class="kiosk-row">
            <span>
              {number(place)}: {t('custody:kiosks.collected', { count: kiosk.collected })},{' '}
              {t('custody:kiosks.waiting', { count: kiosk.waiting })}
            </span>
            <span>{t('custody:kiosks.reported', { time: formats.time(kiosk.at) })}</span>
          </li>
        ))}
      </ul>
      <div class="kiosk-asked">
        <Button
          kind="quiet"
          busy={asking}
          label={`${t('custody:kiosks.refresh')}: ${t('custody:kiosks.title')}`}
          onClick={() => void ask()}
        >
          {t('custody:kiosks.refresh')}
        </Button>{' '}
        <span role="status" class="custody-soft">
          {missed
            ? t('custody:kiosks.notAsked')
            : askedAt === null
              ? ''
              : t('custody:kiosks.askedAt', { time: formats.time(askedAt) })}
        </span>
      </div>
    </div>
  );
}

function summaryWords(t: Translate, state: KioskState, { closed }: RoundView): string {
  const { kiosks, silent, waiting, allIn } = state;
  if (allIn) return t('custody:kiosks.allIn', { count: kiosks.length });
  if (!closed) {
    return waiting === 0
      ? t('custody:kiosks.afterDay')
      : t('custody:kiosks.stillWaiting', { count: waiting });
  }
  const words = [
    ...(silent === 0 ? [] : [t('custody:kiosks.silent', { count: silent })]),
    ...(waiting === 0 ? [] : [t('custody:kiosks.stillWaiting', { count: waiting })]),
  ];
  return words.join(' ');
}
