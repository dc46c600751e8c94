import type { Sound } from './sound-player.ts';

/** One sound and then another, as one. The second is looked for when the first has ended; where there is none, that was all. */
export function followedBy(first: Sound, next: () => Promise<Sound | undefined>): Sound {
  let current = first;
  let isStopped = false;
  const both = async (): Promise<void> => {
    await first.ended;
    const second = isStopped ? undefined : await next().catch(() => undefined);
    if (second === undefined) return;
    current = second;
    if (isStopped) second.stop();
    await second.ended;
  };
  return {
    ended: both(),
    stop: () => {
      isStopped = true;
      current.stop();
    },
  };
}
