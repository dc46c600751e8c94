import type { PaperTexts } from '#i18n/paper-texts.ts';
import type { Item, ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import type { ItemWords } from './item-words.ts';

interface FormQuestionProps {
  readonly item: Item;
  readonly number: number;
  readonly words: ItemWords;
  readonly texts: PaperTexts;
  /** The word before a line for a comment; null where there is none. */
  readonly comment: string | null;
}

/** One question on paper, with its boxes to tick or its lines to write on; never divided between two pages. */
export function FormQuestion({ item, number, words, texts, comment }: FormQuestionProps) {
  return (
    <div class="form-question" data-kind={item.kind}>
      <p class="form-question-text">
        <span class="form-question-number">{number}.</span>{' '}
        {words.heading === '' ? null : (
          <>
            <strong>{words.heading}.</strong>{' '}
          </>
        )}
        {words.untranslated ? (
          <>
            <span lang="sv" dir="ltr">
              {words.text}
            </span>{' '}
            <small>{texts.onlySwedish}</small>
          </>
        ) : (
          words.text
        )}
      </p>
      <Help item={item} words={words} texts={texts} />
      {item.kind === 'text' ? <Lines count={5} /> : null}
      {item.kind === 'choice' ? (
        <ul class="form-options">
          {item.options.map((option, at) => (
            <Option key={option} digit={at + 1}>
              {words.option(option)}
            </Option>
          ))}
        </ul>
      ) : null}
      {item.kind === 'scale' && item.scale === 'working6' ? (
        <Stops item={item} words={words} />
      ) : null}
      {item.kind === 'scale' && item.scale !== 'working6' ? (
        <ul class="form-options form-options-scale">
          {[...scales[item.scale].points, ...scales[item.scale].nonAnswers].map((mark, at) => (
            <Option key={mark} digit={at + 1} apart={typeof mark !== 'number'}>
              {words.mark(mark)}
            </Option>
          ))}
        </ul>
      ) : null}
      {comment === null ? null : (
        <p class="form-comment">
          <span>{comment}</span>
        </p>
      )}
    </div>
  );
}

function Help({ item, words, texts }: Pick<FormQuestionProps, 'item' | 'words' | 'texts'>) {
  const several = item.kind === 'choice' && item.several;
  // What the screen says of choosing several is said of crosses here.
  const help = several ? texts.t('form.several') : words.help;
  return help === '' ? null : <p class="form-question-help">{help}</p>;
}

/** A box with the digit by which staff enter it, and its words. */
function Option({
  digit,
  apart = false,
  children,
}: {
  readonly digit: number;
  /** No point on the scale. */
  readonly apart?: boolean;
  readonly children: string;
}) {
  return (
    <li class={apart ? 'form-option-apart' : undefined}>
      <Box digit={digit} /> <span>{children}</span>
    </li>
  );
}

function Box({ digit }: { readonly digit: number }) {
  return <span class="form-box">{digit}</span>;
}

/** Six boxes in a row between their ends, "Fungerar" first, and what is no point on the scale apart. */
function Stops({ item, words }: { readonly item: ScaleItem; readonly words: ItemWords }) {
  const { points, nonAnswers } = scales[item.scale];
  const [first, last] = [points.at(0), points.at(-1)];
  return (
    <div class="form-stops">
      <span>{first === undefined ? '' : words.mark(first)}</span>
      {points.map((point, at) => (
        <Box key={point} digit={at + 1} />
      ))}
      <span>{last === undefined ? '' : words.mark(last)}</span>
      <ul class="form-stops-apart">
        {nonAnswers.map((mark, at) => (
          <Option key={mark} digit={points.length + at + 1}>
            {words.mark(mark)}
          </Option>
        ))}
      </ul>
    </div>
  );
}

function Lines({ count }: { readonly count: number }) {
  return (
    <div class="form-lines" aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        <span key={at} />
      ))}
    </div>
  );
}
