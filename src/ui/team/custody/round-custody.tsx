import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import './custody.css';
import { formYearWords } from './custody-words.ts';
import { KioskList } from './kiosk-list.tsx';
import { LateIntake } from './late-intake.tsx';

interface RoundCustodyProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
}

/** A round's panel, below its answers: kiosks, late answers, bursts, what does not count, and when it is purged. */
export function RoundCustody({ centre, round }: RoundCustodyProps) {
  const { t, formats } = useText();
  const { custody } = centre;
  const { form, year } = round;
  const arrivals = custody.arrivals.value.get(round.id) ?? [];
  const aside = custody.setAside.value.filter((group) => group.round === round.id);
  const count = aside.reduce((sum, group) => sum + (group.removed ? 0 : group.respondents), 0);
  const burst = arrivals.some(({ unusual, setAside }) => unusual && setAside === 0);
  const retention = custody.retention.value.find((one) => one.form === form && one.year === year);
  const isDue = retention?.closed === true && retention.day <= centre.today.value;
  const toArrivals = (
    <ButtonLink
      kind={burst ? 'secondary' : 'quiet'}
      href={pathTo.arrivals(year, round.id)}
      label={`${t(form === 'reflection' ? 'custody:arrivals.linkDays' : 'custody:arrivals.link')}: ${t(`forms.${form}`)}`}
    >
      {t(form === 'reflection' ? 'custody:arrivals.linkDays' : 'custody:arrivals.link')}
    </ButtonLink>
  );
  return (
    <>
      {burst ? (
        <Notice kind="warning" live actions={toArrivals}>
          {t('custody:arrivals.burst')}
        </Notice>
      ) : null}
      {count === 0 ? null : <p class="round-hint">{t('custody:aside.note', { count })}</p>}
      <LateIntake centre={centre} round={round} />
      <KioskList centre={centre} round={round} />
      {isDue && retention !== undefined ? (
        <Notice
          actions={
            <ButtonLink
              href={pathTo.purge(year, form)}
              label={t('custody:retention.purgeWhat', { what: formYearWords(t, form, year) })}
            >
              {t('custody:retention.purge')}
            </ButtonLink>
          }
        >
          {t('custody:retention.due', { day: formats.day(retention.day) })}
        </Notice>
      ) : null}
      {!burst && (arrivals.length > 0 || aside.length > 0) ? <div>{toArrivals}</div> : null}
    </>
  );
}
