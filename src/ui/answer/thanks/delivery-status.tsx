import { useEffect, useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';

const sendingMs = 4_000;

/** Where the answers are, truthfully; follows by itself from waiting to sent. */
export function DeliveryStatus() {
  const { app, text } = usePage();
  const delivery = app.delivery.value;
  // The first seconds with a network are not yet a wait to tell of.
  const [patient, setPatient] = useState(navigator.onLine);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), sendingMs);
    return () => clearTimeout(timer);
  }, []);

  const words = (): string => {
    switch (delivery.kind) {
      case 'none':
        return '';
      case 'unsent':
        return text.t('unsent.body');
      case 'sent':
        return text.t('thanks.sent');
      case 'waiting':
        if (patient) return text.t('thanks.sending');
        return app.mode === 'tablet'
          ? text.t('thanks.waitingTablet', { count: delivery.count })
          : text.t('thanks.waitingPhone');
      case 'full':
        return text.t('thanks.full');
      case 'onDevice':
        return text.t('thanks.onDevice');
      case 'refused':
        return text.t('thanks.refused', { count: delivery.count });
    }
  };
  return (
    <p class={`delivery delivery-${delivery.kind}`} role="status">
      {words()}
    </p>
  );
}
