import { effect } from '@preact/signals';
import type { AnswerApp } from '#app/answer/answer-app.ts';
import { keepAwake } from './keep-awake.ts';

const retryMs = 15 * 60_000;
const started = new WeakSet<AnswerApp>();

/** What a kiosk does once a page life: keeps its screen on, and fetches every recording so that it plays offline. */
export function startKiosk(app: AnswerApp): void {
  if (started.has(app)) return;
  started.add(app);
  keepAwake();

  let areKept = false;
  let isRunning = false;
  const keep = async (): Promise<void> => {
    if (areKept || isRunning || app.phase.peek().kind !== 'ready') return;
    isRunning = true;
    areKept = await app.keepRecordings().catch(() => false);
    isRunning = false;
  };
  effect(() => {
    if (app.phase.value.kind === 'ready') void keep();
  });
  addEventListener('online', () => void keep());
  // A recording may come to the mailbox later than its card.
  setInterval(() => void keep(), retryMs);
}
