import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { CopyButton } from '#ui/team/session/copy-button.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import type { RoundState } from './round-state.ts';
import { ShareGroup } from './share-group.tsx';

interface RoundShareProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
  readonly state: Exclude<RoundState, 'closed'>;
}

/** The ways in for those who answer: their phones first, then paper, then this tablet. */
export function RoundShare({ centre, round, state }: RoundShareProps) {
  const { t, formats } = useText();
  const [showQr, setShowQr] = useState(false);
  // Read for its own sake: the links change when a mailbox is named or the round is registered.
  const { mailbox } = centre.sync.value;
  const { phone, tablet, registration } = centre.roundLinks(round.id);
  const { id, year } = round;
  const form = t(`forms.${round.form}`);
  const isParents = round.form === 'parents';
  const isLive = state === 'open' || state === 'planned';
  // Parents answer on their phones: there the poster leads.
  const posterFirst = isParents && phone !== null;
  const day = formats.day(round.opens);
  const isPlanned = state === 'planned';
  return (
    <div class="round-share">
      <h3 class="round-share-title">{t('rounds.shareTitle')}</h3>
      {phone === null ? null : (
        <ShareGroup title={t(`paperWork:share.${isParents ? 'phones' : 'phonesOther'}`)}>
          <ButtonLink
            wide
            kind={isLive && posterFirst ? 'primary' : 'secondary'}
            href={isParents ? pathTo.print(year, id, 'poster') : pathTo.poster(year, id)}
          >
            {t('rounds.poster')}
          </ButtonLink>
          {isParents ? (
            <ButtonLink wide href={pathTo.print(year, id, 'slips')}>
              {t('paperWork:share.slips')}
            </ButtonLink>
          ) : null}
          <CopyButton text={phone} label={`${t('rounds.copyLink')}: ${form}`}>
            {t('rounds.copyLink')}
          </CopyButton>
          <Button
            wide
            expanded={showQr}
            label={`${showQr ? t('rounds.hideQr') : t('rounds.showQr')}: ${form}`}
            onClick={() => setShowQr(!showQr)}
          >
            {showQr ? t('rounds.hideQr') : t('rounds.showQr')}
          </Button>
        </ShareGroup>
      )}
      {phone !== null && showQr ? (
        <QrCode text={phone} label={t('rounds.qrLabel', { form })} />
      ) : null}
      {round.form === 'children' ? null : (
        <ShareGroup
          title={t('paperWork:share.paper')}
          note={isPlanned ? t('paperWork:share.paperLater', { day }) : undefined}
        >
          <ButtonLink wide href={pathTo.print(year, id, 'form')}>
            {t(`paperWork:share.${isParents ? 'form' : 'reflectionForm'}`)}
          </ButtonLink>
          {isPlanned ? null : (
            <ButtonLink wide href={pathTo.paperEntry(year, id)}>
              {t(`paperWork:share.${isParents ? 'entry' : 'entryReflection'}`)}
            </ButtonLink>
          )}
        </ShareGroup>
      )}
      <ShareGroup
        title={t('paperWork:share.tablet')}
        note={isPlanned ? t('paperWork:share.tabletLater', { day }) : undefined}
      >
        {isPlanned ? null : (
          <ButtonLink wide kind={isLive && !posterFirst ? 'primary' : 'secondary'} href={tablet}>
            {t('rounds.tablet')}
          </ButtonLink>
        )}
      </ShareGroup>
      {registration === 'pending' && mailbox !== null ? (
        <Notice live>{t('rounds.pending')}</Notice>
      ) : null}
      {phone === null && round.form !== 'children' ? (
        <Notice
          title={t('rounds.noMailboxTitle')}
          actions={<ButtonLink href={pathTo.settings()}>{t('rounds.toMailbox')}</ButtonLink>}
        >
          {isParents ? t('rounds.noMailbox') : t('rounds.noMailboxStaff')}
        </Notice>
      ) : null}
    </div>
  );
}
