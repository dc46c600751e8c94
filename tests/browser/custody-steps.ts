import { createAnswerApp } from '#app/answer/create-answer-app.ts';
import { setupDevice } from '../app/devices.ts';
import { until } from '../app/until.ts';
import { parentSays } from '../scenario/people.ts';
import type { Spegla } from './setup-spegla.ts';

/** Parents who answer on phones of their own, without a browser each: the real page's app against the real server. */
export async function parentsAnswer(spegla: Spegla, link: string, count: number): Promise<void> {
  const atServer = link.replace(new URL(link).origin, spegla.origin);
  const world = setupDevice(`${spegla.origin}/`, new Date().toISOString().slice(0, 19));
  const app = createAnswerApp({ ...world.answerDeps(atServer), now: () => new Date() });
  await until(app.phase, ({ kind }) => kind === 'ready');
  for (let parent = 1; parent <= count; parent += 1) {
    const { marks, texts } = parentSays(parent);
    for (const [item, mark] of Object.entries(marks)) app.mark(item, mark);
    for (const [item, text] of Object.entries(texts)) app.write(item, text);
    const handed = await app.handIn();
    if (!handed.ok) throw new Error(`not handed in: ${handed.why}`);
  }
  await until(app.delivery, ({ kind }) => kind === 'sent', 30_000);
  app.stop();
}
