import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';

/** Plays the team's recordings, one at a time. */
export interface Player {
  /** The recording that is heard now. */
  readonly playing: string | null;
  play(voice: string): void;
  stop(): void;
}

/** `onMissing` hears of a recording that is not on this device, or that its browser cannot play. */
export function usePlayer(centre: OpenCentre, onMissing: (voice: string) => void): Player {
  const [playing, setPlaying] = useState<string | null>(null);
  const sound = useRef<{ readonly audio: HTMLAudioElement; readonly url: string } | null>(null);

  const silence = (): void => {
    const last = sound.current;
    sound.current = null;
    last?.audio.pause();
    if (last !== null) URL.revokeObjectURL(last.url);
  };
  useEffect(() => silence, []);
  const stop = (): void => {
    silence();
    setPlaying(null);
  };

  const play = async (voice: string): Promise<void> => {
    silence();
    setPlaying(voice);
    const recording = await centre.voices.read(voice);
    if (recording === undefined) throw new Error('not here');
    const url = URL.createObjectURL(new Blob([recording.bytes], { type: recording.mime }));
    const audio = new Audio(url);
    sound.current = { audio, url };
    audio.onended = stop;
    await audio.play();
  };

  return {
    playing,
    stop,
    play: (voice) =>
      void play(voice).catch((error: unknown) => {
        // Silenced before it began: another one was tapped meanwhile.
        if (error instanceof DOMException && error.name === 'AbortError') return;
        stop();
        onMissing(voice);
      }),
  };
}
