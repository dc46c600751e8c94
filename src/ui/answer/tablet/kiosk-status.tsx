import { useEffect } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { isStorageKept, lookWhetherKept } from './kept-storage.ts';
import './kiosk-status.css';

/** For adults only: how many answers wait on this tablet, and whether the browser will keep them. */
export function KioskStatus() {
  const { app, text } = usePage();
  const delivery = app.delivery.value;
  const isKept = isStorageKept.value;
  useEffect(() => void lookWhetherKept(), []);
  const answers = (): string => {
    switch (delivery.kind) {
      case 'waiting':
        return text.t('tablet.waiting', { count: delivery.count });
      case 'full':
        return `${text.t('tablet.waiting', { count: delivery.count })} ${text.t('thanks.full')}`;
      case 'onDevice':
        return text.t('thanks.onDevice');
      case 'unsent':
        return text.t('unsent.body');
      case 'refused':
        return text.t('thanks.refused', { count: delivery.count });
      default:
        return text.t('tablet.allSent');
    }
  };
  return (
    <div class="kiosk-status">
      <p role="status">{answers()}</p>
      {isKept !== undefined && <p>{text.t(isKept ? 'tablet.kept' : 'tablet.notKept')}</p>}
    </div>
  );
}
