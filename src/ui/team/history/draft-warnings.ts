import { countedItemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { scales } from '#instruments/scales.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { countOf, type Draft } from './draft.ts';

/**
 * What looks wrong in the fields, in words, by item (`answered` for the form). It warns and keeps: the paper
 * may be wrong, and the one who types knows best.
 */
export function draftWarnings(
  { t }: Text,
  form: FormId,
  draft: Draft,
  least: number,
): Map<string, string> {
  const warnings = new Map<string, string>();
  const answered = countOf(draft.answered);
  if (draft.answered.trim() !== '' && answered === null) {
    warnings.set('answered', t('results:history.notNumber'));
  }
  if (form !== 'reflection' && answered !== null && answered < least) {
    warnings.set('answered', t('results:history.tooFew', { least }));
  }
  for (const item of countedItemsOf(currentForm(form))) {
    const typed = draft.counts[item.id] ?? {};
    const { points, nonAnswers } = scales[item.scale];
    const texts = [...points, ...nonAnswers].map((mark) => typed[String(mark)] ?? '');
    if (texts.some((text) => text.trim() !== '' && countOf(text) === null)) {
      warnings.set(item.id, t('results:history.notNumber'));
      continue;
    }
    const sum = texts.reduce((total, text) => total + (countOf(text) ?? 0), 0);
    if (answered !== null && sum > answered) {
      warnings.set(item.id, t('results:history.tooMany', { sum, count: answered }));
    }
  }
  return warnings;
}
