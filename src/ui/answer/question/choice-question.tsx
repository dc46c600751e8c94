import type { ChoiceItem } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { QuestionBox } from './question-box.tsx';
import { useItemTexts } from './use-item-texts.ts';

/** One of several, or several of several. */
export function ChoiceQuestion({ item }: { readonly item: ChoiceItem }) {
  const { app } = usePage();
  const texts = useItemTexts()(item.id);
  const chosen = app.draft.value.choices[item.id] ?? [];
  const toggle = (option: string, on: boolean): void => {
    if (!item.several) app.choose(item.id, [option]);
    // In the form's order, whatever the order of the taps.
    else
      app.choose(
        item.id,
        item.options.filter((id) => (id === option ? on : chosen.includes(id))),
      );
  };
  return (
    <QuestionBox
      id={item.id}
      answers={item.options.map(texts.option)}
      onClear={chosen.length === 0 ? undefined : () => app.choose(item.id, [])}
    >
      <div class="options">
        {item.options.map((option) => (
          <label key={option} class="option">
            <input
              type={item.several ? 'checkbox' : 'radio'}
              name={item.id}
              checked={chosen.includes(option)}
              onChange={(event) => toggle(option, event.currentTarget.checked)}
            />
            <span {...texts.foreign}>{texts.option(option)}</span>
          </label>
        ))}
      </div>
    </QuestionBox>
  );
}
