import { useRef } from 'preact/hooks';
import type { PaperDraft, PaperRound } from '#app/team/paper-answers.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { choose, clear, optionsOf, write } from './entry-draft.ts';
import { entryMove } from './entry-move.ts';
import { EntryQuestion } from './entry-question.tsx';

interface EntryFormProps {
  readonly paper: PaperRound;
  readonly draft: PaperDraft;
  /** Changes what has been written so far, which may be ahead of what is shown. */
  readonly onDraft: (change: (draft: PaperDraft) => PaperDraft) => void;
  readonly onGive: () => void;
  /** Counts the papers: with each, what was opened closes. */
  readonly turn: number;
}

/** All questions of a paper. A digit answers and goes on to the next; the arrows go up and down, Enter hands in. */
export function EntryForm({ paper, draft, onDraft, onGive, turn }: EntryFormProps) {
  const { t, form: formTexts } = useText();
  const questions = useRef<HTMLDivElement>(null);
  const items = paper.sections.flatMap((section) => section.items);
  const form = paper.form.id === 'reflection' ? 'reflection' : 'parents';

  const goTo = (item: string, step: number): void => {
    const at = items.findIndex(({ id }) => id === item) + step;
    if (at < 0) return;
    const next = items[at];
    // Below the last question stands the button that hands in.
    if (next === undefined) document.querySelector<HTMLElement>('.entry-give button')?.focus();
    else focusQuestion(questions.current, next.id);
  };

  const onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    // Enter and space there open and close what is folded.
    if (target.closest('summary') !== null) return;
    const id = target.closest<HTMLElement>('[data-question]')?.dataset['question'];
    const item = items.find((each) => each.id === id);
    const move = entryMove(event, target instanceof HTMLTextAreaElement);
    if (item === undefined || move === null) return;
    event.preventDefault();
    if (move.kind === 'give') {
      if (event.repeat) return; // A key that is held down hands in once.
      onGive();
      // At once: the next digit is the next paper's first.
      focusQuestion(questions.current, items[0]?.id ?? '');
    } else if (move.kind === 'comment') {
      openComment(questions.current, item.id);
    } else if (move.kind === 'leaveText') {
      focusQuestion(questions.current, item.id);
    } else if (move.kind === 'clear') onDraft((now) => clear(now, item));
    else if (move.kind !== 'choose') goTo(item.id, move.kind === 'next' ? 1 : -1);
    else {
      const option = optionsOf(item)[move.option];
      if (option === undefined) return;
      onDraft((now) => choose(now, item, option));
      if (item.kind !== 'choice' || !item.several) goTo(item.id, 1);
    }
  };

  return (
    <div ref={questions} class="entry-questions" onKeyDown={onKey}>
      {paper.sections.map((section) => (
        <section key={section.id} class="entry-section">
          <h2 class="entry-section-title">
            {section.id === 'local' && form === 'parents'
              ? t('paperWork:entry.local')
              : formTexts(form).section(section.id)}
          </h2>
          {section.items.map((item) => (
            <EntryQuestion
              key={item.id}
              item={item}
              form={form}
              number={items.indexOf(item) + 1}
              draft={draft}
              turn={turn}
              localTexts={paper.localTexts}
              wording={paper.wording}
              onChoose={(option) => onDraft((now) => choose(now, item, option))}
              onWrite={(text) => onDraft((now) => write(now, item, text))}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Opens the place for a statement's comment and puts the focus there; nothing where a question takes none. */
function openComment(within: ParentNode | null, item: string): void {
  const comment = within?.querySelector<HTMLDetailsElement>(`[data-question="${item}"] details`);
  if (comment === null || comment === undefined) return;
  comment.open = true;
  comment.querySelector('textarea')?.focus();
}

/** Puts the focus in a question: on its answer, or where its first one begins. */
export function focusQuestion(within: ParentNode | null, item: string): void {
  const question = within?.querySelector(`[data-question="${item}"]`);
  const field =
    question?.querySelector<HTMLElement>('input:checked') ??
    question?.querySelector<HTMLElement>('input, textarea');
  field?.focus();
}
