import { signal, type ReadonlySignal } from '@preact/signals';

/** The calendar day where the person is, YYYY-MM-DD. */
export function dayOf(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

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
