import { useState } from 'preact/hooks';
import type { Quote } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { WorryDialog } from '#ui/team/results/worries/worry-dialog.tsx';
import { MaskDialog } from './mask-dialog.tsx';

/** One text with what can be done about it: choose it as a quote, mask names, hide it, or act on a worry. */
export function QuoteItem({ quote }: { readonly quote: Quote }) {
  const { t, form } = useText();
  const { centre } = useResults();
  const toast = useToast();
  const [open, setOpen] = useState<'mask' | 'worry' | null>(null);
  const { id, text, gender, masked, masksDiffer, hidden, chosen } = quote;
  const mark = async (field: 'hidden' | 'quote', value: boolean, done: string): Promise<void> => {
    const edits = await centre.resultsWork.markText(quote, field, value);
    toast({
      text: done,
      undo: () => void centre.resultsWork.markText(quote, field, !value, edits),
    });
  };
  const by =
    gender === null ? t('results:quotes.parent') : form('parents').choice('p-gender', gender);
  return (
    <li class={chosen ? 'quotes-chosen' : undefined}>
      <blockquote>{text}</blockquote>
      <p class="quotes-by">
        {by}
        {chosen ? ` · ${t('results:quotes.isChosen')}` : null}
        {masked ? ` · ${t('results:quotes.isMasked')}` : null}
        {masksDiffer ? ` · ${t('results:quotes.masksDiffer')}` : null}
      </p>
      <div class="quotes-actions" role="group" aria-label={t('results:quotes.actions')}>
        {hidden ? (
          <Button
            kind="quiet"
            onClick={() => void mark('hidden', false, t('results:quotes.unhidden'))}
          >
            {t('results:quotes.unhide')}
          </Button>
        ) : (
          <>
            <Button
              kind="quiet"
              pressed={chosen}
              onClick={() =>
                void mark(
                  'quote',
                  !chosen,
                  t(chosen ? 'results:quotes.unchosen' : 'results:quotes.chosen'),
                )
              }
            >
              {t('results:quotes.choose')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen('mask')}>
              {t('results:quotes.mask')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => void mark('hidden', true, t('results:quotes.wasHidden'))}
            >
              {t('results:quotes.hide')}
            </Button>
          </>
        )}
        <Button kind="quiet" onClick={() => setOpen('worry')}>
          {t('results:worry.open')}
        </Button>
      </div>
      {open === 'mask' ? <MaskDialog key={id} quote={quote} onClose={() => setOpen(null)} /> : null}
      {open === 'worry' ? <WorryDialog onClose={() => setOpen(null)} /> : null}
    </li>
  );
}
