import { createFormTexts } from '#i18n/form-texts.ts';
import { countedItemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { scales } from '#instruments/scales.ts';
import parentsFile from '#locales/sv/parents.json' with { type: 'json' };

/** One of the questions that every peer asks, in words. */
export interface BenchQuestion {
  readonly id: string;
  readonly text: string;
  /** Empty where there is none. */
  readonly help: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** What a peer's page is made of. */
export interface BenchForm {
  readonly title: string;
  readonly intro: string;
  readonly questions: readonly BenchQuestion[];
}

const questionCount = 15;

/** The first fifteen questions of the parents' form, in Swedish. */
export function benchForm(): BenchForm {
  const texts = createFormTexts(parentsFile);
  const items = countedItemsOf(currentForm('parents')).slice(0, questionCount);
  const questions = items.map(({ id, scale }) => {
    const { points, nonAnswers } = scales[scale];
    const options = [...points, ...nonAnswers].map((mark) => ({
      id: String(mark),
      text: texts.mark(scale, mark),
    }));
    return { id, text: texts.text(id), help: texts.help(id), options };
  });
  if (questions.length !== questionCount) throw new Error('the form has too few questions');
  return { title: texts.title, intro: texts.intro, questions };
}
