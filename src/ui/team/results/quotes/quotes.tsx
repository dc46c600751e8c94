import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/button/button.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import './quotes.css';

const atFirst = 6;
const textItems = ['p-good', 'p-change'];

/** The parents' own words, by question; readable while the round is open. */
export function Quotes() {
  const { t, form } = useText();
  const { view, year } = useResults();
  if (view.quotes.length === 0) return null;
  const own = view.ownQuestions.filter(({ kind }) => kind === 'text');
  return (
    <Section level={3} title={t('results:quotes.title', { year })} lead={t('results:quotes.lead')}>
      {textItems.map((item) => (
        <QuotesOf key={item} item={item} question={form('parents').text(item)} />
      ))}
      {own.map(({ key, text }) => (
        <QuotesOf key={key} item={key} question={text} />
      ))}
    </Section>
  );
}

function QuotesOf({ item, question }: { readonly item: string; readonly question: string }) {
  const { t, form } = useText();
  const { view } = useResults();
  const [all, setAll] = useState(false);
  const quotes = view.quotes.filter((quote) => quote.item === item);
  if (quotes.length === 0) return null;
  const shown = all ? quotes : quotes.slice(0, atFirst);
  return (
    <div class="quotes">
      <h4>
        {t('results:quotes.question', {
          question,
          count: quotes.length,
        })}
      </h4>
      <ul class="quotes-list">
        {shown.map(({ text, gender }, index) => (
          <li key={`${index}-${text}`}>
            <blockquote>{text}</blockquote>
            {gender === null ? null : (
              <p class="quotes-by">{form('parents').choice('p-gender', gender)}</p>
            )}
          </li>
        ))}
      </ul>
      {quotes.length > atFirst ? (
        <div>
          <Button expanded={all} onClick={() => setAll(!all)}>
            {all ? t('results:quotes.fewer') : t('results:quotes.all', { count: quotes.length })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
