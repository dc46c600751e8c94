import { signal, type ReadonlySignal } from '@preact/signals';

/** A sound that has begun. */
export interface Sound {
  /** Resolves when it has come to its end, or was stopped. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** What is heard just now, or will be as soon as it has been found. */
export interface Playing {
  readonly name: string;
  readonly isHeard: boolean;
}

/** Plays one sound at a time: what begins stops what was before. */
export interface SoundPlayer {
  readonly playing: ReadonlySignal<Playing | undefined>;
  /** Tries to begin a sound; false where there turned out to be none. */
  play(name: string, begin: () => Promise<Sound | undefined>): Promise<boolean>;
  /** Silence. With a name, only where that sound is the one. */
  stop(name?: string): void;
}

export function createSoundPlayer(): SoundPlayer {
  const playing = signal<Playing>();
  let sound: Sound | undefined;
  /** Counts up with every beginning and stop: what comes late from an earlier turn is not heard. */
  let turn = 0;

  const stop: SoundPlayer['stop'] = (name) => {
    if (name !== undefined && playing.value?.name !== name) return;
    turn += 1;
    sound?.stop();
    sound = undefined;
    playing.value = undefined;
  };

  return {
    playing,
    stop,
    async play(name, begin) {
      stop();
      const mine = turn;
      playing.value = { name, isHeard: false };
      const begun = await begin().catch(() => undefined);
      if (turn !== mine) {
        begun?.stop();
        return true;
      }
      if (begun === undefined) {
        stop();
        return false;
      }
      sound = begun;
      playing.value = { name, isHeard: true };
      void begun.ended.then(() => {
        if (turn === mine) stop();
      });
      return true;
    },
  };
}

/** The page's own: one voice at a time, whoever asks for it. */
export const soundPlayer = createSoundPlayer();
