import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { spokenSound, useDeviceVoice } from './device-voice.ts';
import { recordedSound, soundDevice } from './sound-device.ts';
import { soundPlayer } from './sound-player.ts';

/** A prompt that can be heard. */
export interface Prompt {
  /** `finding`: asked for, and not heard yet. */
  readonly state: 'silent' | 'finding' | 'heard';
  /** It could not be had just now: there is no network, or this browser can't play it. */
  readonly isFailed: boolean;
  play(): void;
  stop(): void;
}

/**
 * How a prompt is heard in the language that it is written in on the screen: a recording by the centre's staff, else the device's own
 * voice; undefined where it has neither, and then nothing offers it. It is silent as soon as its screen is left.
 */
export function usePrompt(prompt: string, words: string, language: string): Prompt | undefined {
  const { app } = usePage();
  const phase = app.phase.value;
  const voice = useDeviceVoice(language);
  const [isFailed, setIsFailed] = useState(false);
  const name = `${language}/${prompt}`;
  const isRecorded = phase.kind === 'ready' && phase.card.voices[name] !== undefined;
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    setIsFailed(false);
    return () => {
      isThere.current = false;
      soundPlayer.stop(name);
    };
  }, [name]);

  if (!isRecorded && voice === undefined) return undefined;

  const begin = async () => {
    const bytes = isRecorded ? await app.recording(language, prompt) : undefined;
    const recorded = bytes && (await recordedSound(bytes).catch(() => undefined));
    return recorded ?? (voice && spokenSound(voice, words));
  };
  const playing = soundPlayer.playing.value;
  const heard = playing?.isHeard === true ? 'heard' : 'finding';
  return {
    state: playing?.name === name ? heard : 'silent',
    isFailed,
    stop: () => soundPlayer.stop(name),
    play() {
      setIsFailed(false);
      soundDevice(); // In the tap itself, before anything is waited for.
      void soundPlayer.play(name, begin).then((isBegun) => {
        if (isThere.current) setIsFailed(!isBegun);
      });
    },
  };
}
