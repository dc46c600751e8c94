import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerApp } from '#app/answer/answer-app.ts';
import type { Place } from '#ui/answer/journey/journey.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { spokenSound, useDeviceVoice } from './device-voice.ts';
import { followedBy } from './followed-by.ts';
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

/** What is heard, and in which words a device says it that has only a voice of its own. */
export interface Heard {
  /** The prompt's id, as the card names its recordings: an item's id, or a child's `want`, `again`, `thanks`, `bye`. */
  readonly prompt: string;
  readonly spoken: string;
  readonly language: string;
  /** The recording of the answers, heard behind the first statement of a screen. */
  readonly scale?: string | undefined;
}

/** The screens on which the answers of a scale have been heard. */
const scaleHeardOn = new WeakSet<Place>();
/** The languages whose recordings this phone has fetched, or is fetching. */
const kept = new Set<string>();

/**
 * How a prompt is heard in the language that it is written in on the screen: a recording by the centre's staff, else the device's own
 * voice; undefined where it has neither, and then nothing offers it. It is silent as soon as its screen is left.
 */
export function usePrompt({ prompt, spoken, language, scale }: Heard): Prompt | undefined {
  const { app, journey } = usePage();
  const voice = useDeviceVoice(language);
  const [isFailed, setIsFailed] = useState(false);
  const name = `${language}/${prompt}`;
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    setIsFailed(false);
    return () => {
      isThere.current = false;
      soundPlayer.stop(name);
    };
  }, [name]);

  const recorded = isRecorded(app, language, prompt);
  if (!recorded && voice === undefined) return undefined;

  const recording = async (which: string) => {
    const bytes = isRecorded(app, language, which)
      ? await app.recording(language, which)
      : undefined;
    return bytes && recordedSound(bytes).catch(() => undefined);
  };
  const begin = async () => {
    const place = journey.place.peek();
    const sound = await recording(prompt);
    if (sound === undefined) return voice && spokenSound(voice, spoken);
    keepOthers(app, language);
    if (scale === undefined || scaleHeardOn.has(place)) return sound;
    return followedBy(sound, async () => {
      const answers = await recording(scale);
      if (answers !== undefined) scaleHeardOn.add(place);
      return answers;
    });
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

/** Whether all these can be heard in the page's language, recorded or by the device's own voice. */
export function useAreHeard(prompts: readonly string[]): boolean {
  const { app, text } = usePage();
  const voice = useDeviceVoice(text.language);
  return voice !== undefined || prompts.every((prompt) => isRecorded(app, text.language, prompt));
}

/** Whether the round's card names a recording of the prompt. */
export function isRecorded(app: AnswerApp, language: string, prompt: string): boolean {
  const phase = app.phase.value;
  return phase.kind === 'ready' && phase.card.voices[`${language}/${prompt}`] !== undefined;
}

/** Whoever listens once will listen on, and the network may go: the rest of the language is fetched when there is time. */
function keepOthers(app: AnswerApp, language: string): void {
  if (app.mode === 'tablet' || kept.has(language)) return;
  kept.add(language);
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
  idle(() => {
    void app.keepRecordings(language).then((areAll) => areAll || kept.delete(language));
  });
}
