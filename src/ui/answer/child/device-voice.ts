import { useEffect, useState } from 'preact/hooks';

/**
 * Reads a text aloud with a voice that lives on the device itself (another would send the words
 * away), or undefined where it has none for the language: then there is no button.
 */
export function useDeviceVoice(language: string): ((words: string) => void) | undefined {
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
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', find);
      speechSynthesis.cancel();
    };
  }, [language]);

  if (voice === undefined) return undefined;
  return (words) => {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  };
}
