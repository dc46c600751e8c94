import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { CopyButton } from '#ui/team/session/copy-button.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

interface RoundShareProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
  /** The round is open: its likeliest way in stands out. */
  readonly primary: boolean;
}

/** The ways in for those who answer: this tablet, a link, a QR code, a poster. */
export function RoundShare({ centre, round, primary }: RoundShareProps) {
  const { t } = useText();
  const [showQr, setShowQr] = useState(false);
  // Read for its own sake: the links change when a mailbox is named or the round is registered.
  const { mailbox } = centre.sync.value;
  const links = centre.roundLinks(round.id);
  const form = t(`forms.${round.form}`);
  // Parents answer on their phones: there the poster leads.
  const posterFirst = round.form === 'parents' && links.phone !== null;
  const tablet = (
    <ButtonLink kind={primary && !posterFirst ? 'primary' : 'secondary'} href={links.tablet}>
      {t('rounds.tablet')}
    </ButtonLink>
  );
  const poster =
    links.phone === null ? null : (
      <ButtonLink
        kind={primary && posterFirst ? 'primary' : 'secondary'}
        href={pathTo.poster(round.year, round.id)}
      >
        {t('rounds.poster')}
      </ButtonLink>
    );
  return (
    <div class="round-share">
      <h3 class="round-share-title">{t('rounds.shareTitle')}</h3>
      <ButtonRow>
        {posterFirst ? poster : tablet}
        {posterFirst ? tablet : poster}
        {links.phone === null ? null : (
          <>
            <CopyButton text={links.phone} label={`${t('rounds.copyLink')}: ${form}`}>
              {t('rounds.copyLink')}
            </CopyButton>
            <Button
              expanded={showQr}
              label={`${showQr ? t('rounds.hideQr') : t('rounds.showQr')}: ${form}`}
              onClick={() => setShowQr(!showQr)}
            >
              {showQr ? t('rounds.hideQr') : t('rounds.showQr')}
            </Button>
          </>
        )}
      </ButtonRow>
      {links.phone !== null && showQr ? (
        <QrCode text={links.phone} label={t('rounds.qrLabel', { form })} />
      ) : null}
      {links.registration === 'pending' && mailbox !== null ? (
        <Notice live>{t('rounds.pending')}</Notice>
      ) : null}
      {links.phone === null && round.form !== 'children' ? (
        <Notice
          title={t('rounds.noMailboxTitle')}
          actions={<ButtonLink href={pathTo.settings()}>{t('rounds.toMailbox')}</ButtonLink>}
        >
          {round.form === 'parents' ? t('rounds.noMailbox') : t('rounds.noMailboxStaff')}
        </Notice>
      ) : null}
    </div>
  );
}
