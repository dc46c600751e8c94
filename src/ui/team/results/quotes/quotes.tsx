import { useState } from 'preact/hooks';
import type { Quote } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { QuoteItem } from './quote-item.tsx';
import { quotesFound } from './quotes-found.ts';
import './quotes.css';

const atFirst = 6;
const textItems = ['p-good', 'p-change'];
/** From how many texts a search helps. */
const searchFrom = 8;

/** The parents' own words, by question; readable while the round is open. */
export function Quotes() {
  const { t, form } = useText();
  const { view, year } = useResults();
  const [query, setQuery] = useState('');
  if (view.quotes.length === 0) return null;
  const own = view.ownQuestions.filter(({ kind }) => kind === 'text');
  const found = quotesFound(view.quotes, query);
  const hidden = view.quotes.filter((quote) => quote.hidden);
  return (
    <Section level={3} title={t('results:quotes.title', { year })} lead={t('results:quotes.lead')}>
      {view.quotes.length < searchFrom ? null : (
        <TextField label={t('results:quotes.search')} value={query} onInput={setQuery} />
      )}
      <p role="status" class="quotes-found">
        {query.trim() === '' ? '' : t('results:quotes.found', { count: found.length })}
      </p>
      {textItems.map((item) => (
        <QuotesOf
          key={item}
          item={item}
          question={form('parents').text(item)}
          quotes={found}
          searching={query.trim() !== ''}
        />
      ))}
      {own.map(({ key, text }) => (
        <QuotesOf
          key={key}
          item={key}
          question={text}
          quotes={found}
          searching={query.trim() !== ''}
        />
      ))}
      {hidden.length === 0 ? null : (
        <details class="results-more">
          <summary>{t('results:quotes.hidden', { count: hidden.length })}</summary>
          <ul class="quotes-list">
            {hidden.map((quote) => (
              <QuoteItem key={quote.id} quote={quote} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

interface QuotesOfProps {
  readonly item: string;
  readonly question: string;
  readonly quotes: readonly Quote[];
  readonly searching: boolean;
}

function QuotesOf({ item, question, quotes: found, searching }: QuotesOfProps) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const quotes = found.filter((quote) => quote.item === item);
  if (quotes.length === 0) return null;
  const shown = all || searching ? quotes : quotes.slice(0, atFirst);
  return (
    <div class="quotes">
      <h4>
        {t('results:quotes.question', {
          question,
          count: quotes.length,
        })}
      </h4>
      <ul class="quotes-list">
        {shown.map((quote) => (
          <QuoteItem key={quote.id} quote={quote} />
        ))}
      </ul>
      {quotes.length > atFirst && !searching ? (
        <div>
          <Button expanded={all} onClick={() => setAll(!all)}>
            {all ? t('results:quotes.fewer') : t('results:quotes.all', { count: quotes.length })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
