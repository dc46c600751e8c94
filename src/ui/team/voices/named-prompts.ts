/** The prompts that are no questions: they have names of their own, as locale keys of `questions:voices.named`. */
const namedPrompts = ['want', 'again', 'thanks', 'bye', 'agree4'] as const;

/** Whether a prompt is one of them. */
export function isNamedPrompt(prompt: string): prompt is (typeof namedPrompts)[number] {
  return (namedPrompts as readonly string[]).includes(prompt);
}
