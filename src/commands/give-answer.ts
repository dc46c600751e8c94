import { itemsOf, type Form, type Item, type Mark, type ServiceId } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import {
  genders,
  maxTextCharacters,
  type MarksAnswer,
  type Mode,
  type TextAnswer,
} from '#records/answer.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { localSectionId } from '#records/round-form.ts';
import { newRecord, type CommandDeps, type Result } from './command-deps.ts';

/** One respondent's hand-in. */
export interface AnswerIntent {
  readonly round: string;
  readonly form: Form;
  readonly mode: Mode;
  readonly services: readonly ServiceId[];
  readonly marks: Readonly<Record<string, Mark>>;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly child?: Pick<MarksAnswer, 'band' | 'help' | 'practice'>;
}

/**
 * Makes a hand-in's records: one for the marks and one for each free text, which are not linked to each other.
 * Only what the form knows gets in. `empty` where nothing was said at all.
 */
export function giveAnswer(
  intent: AnswerIntent,
  deps: Pick<CommandDeps, 'newId'>,
): Result<readonly SpeglaRecord[], 'empty'> {
  const { form, round } = intent;
  const marks: Record<string, Mark> = {};
  const choices: Record<string, string[]> = {};
  const texts: [string, string][] = [];
  for (const item of itemsOf(form)) {
    let takesText = item.kind === 'text';
    if (item.kind === 'scale') {
      const mark = intent.marks[item.id];
      const scale = scales[item.scale];
      const known =
        typeof mark === 'number'
          ? scale.points.includes(mark)
          : mark !== undefined && scale.nonAnswers.includes(mark);
      const applies = item.service === undefined || intent.services.includes(item.service);
      if (mark !== undefined && known && applies) marks[item.id] = mark;
      // Of all scales only the team's statements, which have areas, take a comment each.
      takesText = applies && item.area !== undefined;
    } else if (item.kind === 'choice') {
      // In the form's order: in which order they were tapped is nobody's business.
      const given = intent.choices[item.id] ?? [];
      const chosen = item.options.filter((id) => given.includes(id));
      if (chosen.length > 0) choices[item.id] = item.several ? chosen : chosen.slice(0, 1);
    }
    const text = takesText ? plainText(intent.texts[item.id] ?? '') : '';
    if (text !== '') texts.push([item.id, text]);
  }
  // Background alone says nothing of the centre; a choice in a question of the centre's own does.
  const isSaid =
    Object.keys(marks).length + texts.length > 0 || ownItems(form).some(({ id }) => id in choices);
  if (!isSaid) return { ok: false, why: 'empty' };

  const common = { v: 1, form: form.id, formVersion: form.version } as const;
  const marksAnswer: MarksAnswer = {
    ...common,
    type: 'marks',
    mode: intent.mode,
    ...intent.child,
    marks,
    choices,
  };
  const gender = genders.find((id) => choices['p-gender']?.includes(id));
  const textAnswers = texts.map(([item, text]): TextAnswer => ({
    ...common,
    type: 'text',
    item,
    text,
    ...(gender === undefined ? {} : { gender }),
  }));
  const records = [marksAnswer, ...textAnswers].map((body) =>
    newRecord(deps, 'answer', round, body),
  );
  return { ok: true, value: records };
}

function ownItems({ sections }: Form): readonly Item[] {
  return sections.filter(({ id }) => id === localSectionId).flatMap(({ items }) => items);
}

/** Control characters and halves of characters say nothing and would grow sixfold as JSON; lines and tabs stay. */
function plainText(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim()
    .slice(0, maxTextCharacters)
    .replaceAll(/\p{Cs}/gu, '')
    .trim();
}
