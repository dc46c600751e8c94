import { useComputed } from '@preact/signals';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import type { OpenCentre } from '#app/team/team-app.ts';
import { pathTo } from '#ui/team/session/paths.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { RevokedNotice } from './revoked-notice.tsx';

interface BannersProps {
  readonly centre: OpenCentre;
  /** Nobody is in the middle of something here, so an update may be offered. */
  readonly quiet: boolean;
  /** The screen that a banner would lead to does not need that banner. */
  readonly at: 'settle' | 'unreadable' | null;
}

/** What the whole team should know, above every screen: one line each, gone when dealt with. */
export function Banners({ centre, quiet, at }: BannersProps) {
  const { t } = useText();
  const { worker } = useSession();
  const contested = useComputed(() => centre.contested.value.length).value;
  const unreadable = useComputed(() => centre.unreadable.value.length).value;
  const { refused, status } = centre.sync.value;
  const update = quiet && worker.updateReady.value;
  return (
    <div class="banners">
      {centre.trouble.value === null ? null : (
        <Notice
          kind="danger"
          title={t(centre.loaded.value ? 'banner.troubleTitle' : 'banner.notOpenedTitle')}
          live
          actions={
            centre.trouble.value === 'full' ? undefined : (
              <Button onClick={() => window.location.reload()}>{t('parts.reload')}</Button>
            )
          }
        >
          {t(`banner.trouble.${centre.trouble.value}`)}
        </Notice>
      )}
      {status === 'revoked' ? <RevokedNotice centre={centre} /> : null}
      {contested > 0 && at !== 'settle' ? (
        <Notice
          kind="warning"
          live
          actions={<ButtonLink href={pathTo.settle()}>{t('banner.settle')}</ButtonLink>}
        >
          {t('banner.contested', { count: contested })}
        </Notice>
      ) : null}
      {unreadable > 0 && at !== 'unreadable' ? (
        <Notice
          actions={
            <ButtonLink kind="quiet" href={pathTo.unreadable()}>
              {t('banner.look')}
            </ButtonLink>
          }
        >
          {t('banner.unreadable', { count: unreadable })}
        </Notice>
      ) : null}
      {refused > 0 && at !== 'unreadable' ? (
        <Notice
          actions={
            <ButtonLink kind="quiet" href={pathTo.unreadable()}>
              {t('banner.look')}
            </ButtonLink>
          }
        >
          {t('banner.refused', { count: refused })}
        </Notice>
      ) : null}
      {update ? (
        <Notice
          title={t('banner.updateTitle')}
          live
          actions={<Button onClick={() => worker.applyUpdate()}>{t('banner.update')}</Button>}
        >
          {t('banner.updateText')}
        </Notice>
      ) : null}
    </div>
  );
}
