import { useState } from 'preact/hooks';
import { maskWords, wordsOf } from '#projections/mask-words.ts';
import type { Quote } from '#projections/views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';

interface MaskDialogProps {
  readonly quote: Quote;
  readonly onClose: () => void;
}

/** Takes names out of a text: each word is a button, and what will stand there is shown below. */
export function MaskDialog({ quote: newest, onClose }: MaskDialogProps) {
  const { t } = useText();
  const { centre } = useResults();
  // As it was opened: words are chosen by their places, and another device may mask the same text meanwhile.
  const [quote] = useState(newest);
  const [masks] = useState(() => centre.resultsWork.masksOf(newest));
  const [places, setPlaces] = useState<ReadonlySet<number>>(new Set());
  const masked = maskWords(quote.text, places, t('results:quotes.name'));
  const toggle = (place: number): void => {
    const next = new Set(places);
    if (!next.delete(place)) next.add(place);
    setPlaces(next);
  };
  const save = async (text: string): Promise<void> => {
    await centre.resultsWork.maskText(quote, text, masks);
    onClose();
  };
  return (
    <Dialog title={t('results:quotes.maskTitle')} onClose={onClose}>
      <p>{t('results:quotes.maskHelp')}</p>
      <p class="quotes-words">
        {wordsOf(quote.text).map(({ text, isWord }, place) =>
          isWord ? (
            <button
              // A word is known by its place: the text does not change while it is masked.
              key={`${place}`}
              type="button"
              aria-pressed={places.has(place)}
              onClick={() => toggle(place)}
            >
              {text}
            </button>
          ) : (
            text
          ),
        )}
      </p>
      <p role="status" class="quotes-preview">
        {masked}
      </p>
      <ButtonRow>
        <Button kind="primary" disabled={places.size === 0} onClick={() => void save(masked)}>
          {t('results:quotes.saveMask')}
        </Button>
        {quote.masked ? (
          <Button onClick={() => void save('')}>{t('results:quotes.unmask')}</Button>
        ) : null}
        <Button onClick={onClose}>{t('results:quotes.cancel')}</Button>
      </ButtonRow>
    </Dialog>
  );
}
