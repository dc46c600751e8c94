// Typed as always there; older browsers and insecure pages lack it.
const { wakeLock }: { wakeLock?: WakeLock } = navigator;

/** Keeps a kiosk's screen on for as long as this page stands. Browsers let go of it when the page is hidden. */
export function keepAwake(): void {
  if (wakeLock === undefined) return;
  let isHeld = false;
  const hold = async (): Promise<void> => {
    if (isHeld || document.visibilityState !== 'visible') return;
    isHeld = true;
    try {
      const lock = await wakeLock.request('screen');
      lock.addEventListener('release', () => {
        isHeld = false;
      });
    } catch {
      isHeld = false; // A low battery: the next touch tries again.
    }
  };
  document.addEventListener('visibilitychange', () => void hold());
  addEventListener('pointerdown', () => void hold(), { passive: true });
  void hold();
}
