import { useEffect, useState } from 'preact/hooks';
import { useText } from '#ui/parts/text/text.tsx';

interface EntryCommentProps {
  /** The statement's number and heading, for whoever hears the field. */
  readonly name: string;
  readonly written: string;
  readonly turn: number;
  readonly onWrite: (text: string) => void;
}

/** What is written at a statement on paper: folded, since most lines are empty. The key K opens it. */
export function EntryComment({ name, written, turn, onWrite }: EntryCommentProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(written !== '');
  // A new paper begins folded; one that was taken back shows what was written.
  useEffect(() => setOpen(written !== ''), [turn]);
  return (
    <details
      class="entry-comment"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('paperWork:entry.comment')} (K)</summary>
      <textarea
        class="input input-area"
        aria-label={`${t('paperWork:entry.comment')}: ${name}`}
        rows={2}
        maxLength={4_000}
        autoComplete="off"
        spellcheck={false}
        value={written}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
    </details>
  );
}
