import { useEffect, useRef } from 'preact/hooks';
import { soundPlayer } from '#ui/answer/voice/sound-player.ts';
import type { Feeling } from '#ui/parts/face/face.tsx';
import { softTone } from './soft-tone.ts';
import { isSoundOn } from './sound-switch.ts';
import { useTapGuard } from './tap-guard-context.ts';

/** How long a face may react, and a child change its mind, before the next screen comes. */
export const reactionMs = 1_200;

/**
 * What follows a face: its sound, and then the way on by itself. Another face starts it anew. With a keyboard, where
 * every arrow key chooses, nothing moves by itself: the way on is a button.
 */
export function useReaction(goOn: () => void): (feeling: Feeling | undefined) => void {
  const guard = useTapGuard();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The newest one: what was chosen stands in it.
  const newest = useRef(goOn);
  newest.current = goOn;
  useEffect(() => () => clearTimeout(timer.current), []);

  return (feeling) => {
    clearTimeout(timer.current);
    soundPlayer.stop();
    if (isSoundOn.peek() && feeling !== undefined) {
      void soundPlayer.play('tone', () => softTone(feeling));
    }
    if (guard.isByHand()) timer.current = setTimeout(() => newest.current(), reactionMs);
  };
}
