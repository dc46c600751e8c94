import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

/** Why there is nothing to scan yet, and what helps. */
export function NoLink() {
  const { t } = useText();
  return (
    <Notice
      title={t('paperWork:print.noLinkTitle')}
      actions={<ButtonLink href={pathTo.settings()}>{t('rounds.toMailbox')}</ButtonLink>}
    >
      {t('paperWork:print.noLink')}
    </Notice>
  );
}
