import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { SaveFileButton } from '#ui/team/settings/save-file-button.tsx';

/** Told on every screen of a device that the mailbox does not let in any more: what it means, and what can be done. */
export function RevokedNotice({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  return (
    <Notice
      kind="warning"
      title={t('keys:revoked.title')}
      live
      actions={
        <>
          <SaveFileButton centre={centre} />
          <ButtonLink kind="quiet" href={pathTo.join()}>
            {t('keys:lock.forgotJoin')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={pathTo.settings('leave')}>
            {t('keys:revoked.remove')}
          </ButtonLink>
        </>
      }
    >
      <p class="notice-text">{t('keys:revoked.text')}</p>
      <p class="notice-text">{t('keys:revoked.wrong')}</p>
    </Notice>
  );
}
