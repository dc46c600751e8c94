import { expect, it } from 'vitest';
import { childrenForm } from '#instruments/children-form.ts';
import { itemsOf } from '#instruments/form.ts';
import { parentsForm } from '#instruments/parents-form.ts';
import { voicePromptsOf } from '#records/voice-prompts.ts';

it('has children hear the invitation, the practice and its second try, the questions, thanks and goodbye', () => {
  expect(voicePromptsOf(childrenForm)).toEqual([
    'want',
    'c-practice',
    'again',
    'c-feel',
    'c-decide',
    'c-listen',
    'thanks',
    'bye',
  ]);
});

it('has parents hear the answers of the scale once, behind the first statement', () => {
  const prompts = voicePromptsOf(parentsForm);
  expect(prompts.slice(0, 3)).toEqual(['p-near', 'agree4', 'p-hours']);
  expect(prompts).toHaveLength(itemsOf(parentsForm).length + 1);
});
