import { useEffect, useState } from 'preact/hooks';
import type { Sound } from './sound-player.ts';

/**
 * A voice for the language that lives on the device itself, or undefined where there is none. (Another
 * kind would send the words away to be spoken.)
 */
export function useDeviceVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined;
    const find = (): void =>
      setVoice(
        speechSynthesis
          .getVoices()
          .find(({ lang, localService }) => localService && lang.split(/[-_]/u)[0] === language),
      );
    find();
    speechSynthesis.addEventListener('voiceschanged', find);
    return () => speechSynthesis.removeEventListener('voiceschanged', find);
  }, [language]);
  return voice;
}

/** Begins to read words aloud, a little slower than a voice does by itself. */
export function spokenSound(voice: SpeechSynthesisVoice, words: string): Sound {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  const ended = new Promise<void>((resolve) => {
    for (const end of ['end', 'error'] as const) {
      utterance.addEventListener(end, () => resolve(), { once: true });
    }
  });
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
  return { ended, stop: () => speechSynthesis.cancel() };
}
