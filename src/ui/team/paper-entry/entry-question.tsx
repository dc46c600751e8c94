import { useId } from 'preact/hooks';
import type { LocalTexts, PaperDraft } from '#app/team/paper-answers.ts';
import { wordedForm, type TextPack } from '#app/team/text-pack.ts';
import type { Item } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { EntryComment } from './entry-comment.tsx';
import { isChosen, optionsOf, type EntryOption } from './entry-draft.ts';

interface EntryQuestionProps {
  readonly item: Item;
  readonly form: 'parents' | 'reflection';
  readonly number: number;
  readonly draft: PaperDraft;
  readonly turn: number;
  readonly localTexts: LocalTexts;
  readonly wording: TextPack | null;
  readonly onChoose: (option: EntryOption) => void;
  readonly onWrite: (text: string) => void;
}

/** One question of a paper: its answers in the order of the paper, each with the digit that chooses it. */
export function EntryQuestion(props: EntryQuestionProps) {
  const { item, number, draft } = props;
  const id = useId();
  const words = useQuestionWords(props);
  const isSeveral = item.kind === 'choice' && item.several;
  if (item.kind === 'text') {
    return (
      <div class="entry-question" data-question={item.id}>
        <label class="entry-text" for={id}>
          {number}. {words.text}
        </label>
        <textarea
          id={id}
          class="input input-area"
          rows={2}
          maxLength={4_000}
          autoComplete="off"
          spellcheck={false}
          value={draft.texts[item.id] ?? ''}
          onInput={(event) => props.onWrite(event.currentTarget.value)}
        />
      </div>
    );
  }
  return (
    <div
      class="entry-question"
      data-question={item.id}
      role={isSeveral ? 'group' : 'radiogroup'}
      aria-labelledby={`${id}-text`}
    >
      <p id={`${id}-text`} class="entry-text">
        {number}. {words.text}
      </p>
      <div class="entry-options" data-scale={item.kind === 'scale' ? item.scale : undefined}>
        {optionsOf(item).map((option, at) => (
          <label key={words.option(option)} class="entry-option">
            <input
              type={isSeveral ? 'checkbox' : 'radio'}
              name={`${id}-${item.id}`}
              aria-label={`${at + 1} ${words.option(option)}`}
              checked={isChosen(draft, item, option)}
              onChange={() => props.onChoose(option)}
            />
            <span class="entry-digit">{at + 1}</span>
            {isBetweenEnds(item, at) ? null : (
              <span class="entry-words">{words.option(option)}</span>
            )}
          </label>
        ))}
      </div>
      {item.kind === 'scale' && item.area !== undefined ? (
        <EntryComment
          key={item.id}
          name={`${number}. ${words.text}`}
          written={draft.texts[item.id] ?? ''}
          turn={props.turn}
          onWrite={props.onWrite}
        />
      ) : null}
    </div>
  );
}

/** Of the six stops only the ends have words beside them, on paper as here. */
function isBetweenEnds(item: Item, at: number): boolean {
  if (item.kind !== 'scale' || item.scale !== 'working6') return false;
  return at > 0 && at < scales.working6.points.length - 1;
}

/** The words of a question as the staff's page speaks; the centre's own in Swedish where there are no others. */
function useQuestionWords({ item, form, localTexts, wording }: EntryQuestionProps): {
  readonly text: string;
  option(option: EntryOption): string;
} {
  const { form: formTexts, language } = useText();
  const texts =
    form === 'reflection' ? wordedForm(formTexts(form), wording, language) : formTexts(form);
  const local = localTexts[item.id];
  const own = local?.[language] ?? local?.['sv'];
  return {
    text: own?.text ?? (form === 'reflection' ? texts.heading(item.id) : texts.text(item.id)),
    option: (option) => {
      if ('mark' in option) {
        return item.kind === 'scale' ? texts.mark(item.scale, option.mark) : String(option.mark);
      }
      return own?.options?.[option.choice] ?? texts.choice(item.id, option.choice);
    },
  };
}
