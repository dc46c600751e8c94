import { useText } from '#ui/parts/text/text.tsx';
import { useSession } from '#ui/team/session/session.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import './lock.css';

/** Locks an open centre with a code when nobody touches the page, whichever page it is, and says so before. */
export function IdleLock() {
  const { app } = useSession();
  const minutes = app.lockAfterMinutes.value;
  return minutes === null ? null : <Counting minutes={minutes} />;
}

function Counting({ minutes }: { readonly minutes: number }) {
  const { t } = useText();
  const { app } = useSession();
  const isSoon = useIdleLock(minutes, () => void app.lockNow());
  return (
    <div class="lock-soon" role="alert">
      {isSoon ? <p>{t('keys:lock.soon')}</p> : null}
    </div>
  );
}
