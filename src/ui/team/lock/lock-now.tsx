import { useText } from '#ui/parts/text/text.tsx';
import { useSession } from '#ui/team/session/session.tsx';
import './lock.css';

/** On a device with a code: the way to lock it. */
export function LockNow() {
  const { t } = useText();
  const { app } = useSession();
  if (app.lockAfterMinutes.value === null) return null;
  return (
    <button type="button" class="lock-now" onClick={() => void app.lockNow()}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M4 7V5a4 4 0 0 1 8 0v2" fill="none" stroke="currentColor" stroke-width="1.75" />
        <rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor" />
      </svg>
      {t('keys:lock.now')}
    </button>
  );
}
