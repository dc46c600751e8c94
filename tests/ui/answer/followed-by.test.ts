import { expect, it } from 'vitest';
import { followedBy } from '#ui/answer/voice/followed-by.ts';
import type { Sound } from '#ui/answer/voice/sound-player.ts';

/** A sound that lasts until the test ends it, or it is stopped. */
function setupSound() {
  let end = (): void => undefined;
  let isStopped = false;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stop = (): void => {
    isStopped = true;
    end();
  };
  const sound: Sound = { ended, stop };
  return { sound, end: () => end(), isStopped: () => isStopped };
}

it('ends when the second sound has ended', async () => {
  const [first, second] = [setupSound(), setupSound()];
  const both = followedBy(first.sound, () => Promise.resolve(second.sound));
  let isOver = false;
  const over = both.ended.then(() => (isOver = true));
  first.end();
  await first.sound.ended;
  await new Promise((resolve) => setTimeout(resolve));
  expect(isOver).toBe(false);
  second.end();
  await over;
  expect(isOver).toBe(true);
});

it('stops whichever is heard, and begins nothing after that', async () => {
  const [first, second] = [setupSound(), setupSound()];
  let isAsked = false;
  const both = followedBy(first.sound, () => {
    isAsked = true;
    return Promise.resolve(second.sound);
  });
  both.stop();
  await both.ended;
  expect([first.isStopped(), isAsked]).toEqual([true, false]);

  const [third, fourth] = [setupSound(), setupSound()];
  let come = (_sound: Sound): void => undefined;
  const coming = new Promise<Sound>((resolve) => {
    come = resolve;
  });
  const late = followedBy(third.sound, () => coming);
  third.end();
  await third.sound.ended;
  late.stop();
  come(fourth.sound);
  await late.ended;
  expect(fourth.isStopped()).toBe(true);
});

it('is the first alone where there is no second', async () => {
  const first = setupSound();
  const both = followedBy(first.sound, () => Promise.reject(new Error('no network')));
  first.end();
  await expect(both.ended).resolves.toBeUndefined();
});
