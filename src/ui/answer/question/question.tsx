import type { ComponentType } from 'preact';
import type { Item, ScaleItem } from '#instruments/form.ts';
import { ChoiceQuestion } from './choice-question.tsx';
import { TextQuestion } from './text-question.tsx';
import './question.css';

/** How a survey shows a statement with its scale. */
export type ScaleQuestionType = ComponentType<{ readonly item: ScaleItem }>;

/** One question of a form, shown as its kind wants to be. */
export function Question({
  item,
  ScaleQuestion,
}: {
  readonly item: Item;
  readonly ScaleQuestion: ScaleQuestionType;
}) {
  switch (item.kind) {
    case 'scale':
      return <ScaleQuestion item={item} />;
    case 'choice':
      return <ChoiceQuestion item={item} />;
    case 'text':
      return <TextQuestion item={item} />;
  }
}
