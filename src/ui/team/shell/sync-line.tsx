import type { SyncState } from '#app/team/team-app.ts';
import type { Translate } from '#i18n/translator.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import './sync-line.css';

/** How the device stands with its mailbox, in plain words. "Sparat här" is true in every state. */
export function syncWords(sync: SyncState, t: Translate): string {
  switch (sync.status) {
    case 'none':
      return t('sync.onDevice');
    case 'revoked':
      return t('sync.revoked');
    case 'gone':
      return t('sync.gone');
    case 'offline':
      return sync.waiting === 0 ? t('sync.offline') : t('sync.waiting', { count: sync.waiting });
    case 'connecting':
      return t('sync.connecting');
    case 'online':
      return sync.waiting === 0 ? t('sync.synced') : t('sync.sending', { count: sync.waiting });
  }
}

/** The quiet line that is always on the screen. */
export function SyncLine(props: { readonly sync: SyncState; readonly onTryAgain: () => void }) {
  const { t } = useText();
  const { sync } = props;
  return (
    <div class="sync-line">
      <span class={`sync-dot sync-${sync.status}`} aria-hidden="true" />
      <span role="status" aria-label={t('sync.label')}>
        {syncWords(sync, t)}
      </span>
      {sync.waiting + sync.refused === 0 ? null : (
        <a class="sync-again" href={pathTo.custody()}>
          {t('custody:collected.line')}
        </a>
      )}
      {sync.status === 'offline' ? (
        <button type="button" class="sync-again" onClick={props.onTryAgain}>
          {t('sync.again')}
        </button>
      ) : null}
    </div>
  );
}
