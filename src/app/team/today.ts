import { signal, type ReadonlySignal } from '@preact/signals';
import { dayOf } from '#i18n/local-day.ts';

/** Today, kept current over midnight: a tablet may stay open for weeks. */
export function followToday(now: () => Date): {
  readonly day: ReadonlySignal<string>;
  stop(): void;
} {
  const day = signal(dayOf(now()));
  const timer = setInterval(() => {
    day.value = dayOf(now());
  }, 60_000);
  return { day, stop: () => clearInterval(timer) };
}
