import { useEffect } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { usePrompt } from '#ui/answer/voice/use-prompt.ts';

/**
 * Says a screen's prompt by itself as its words come. The adult's tap on "now it is the
 * child's turn" is the gesture that browsers want for it.
 */
export function useSpoken(prompt: string, spoken: string): void {
  const sound = usePrompt({ prompt, spoken, language: usePage().text.language });
  // The device tells of its voices late.
  const isThere = sound !== undefined;
  useEffect(() => {
    if (isThere) sound.play();
  }, [prompt, spoken, isThere]);
}
