import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { summarySentences } from './summary-sentences.ts';

/** The year in a few sentences, before any chart; and what numbers of this size can't tell. */
export function Summary() {
  const text = useText();
  const { view } = useResults();
  const sentences = summarySentences(text, view);
  if (sentences.length === 0) return null;
  return (
    <Section title={text.t('results:summary.title')}>
      <ul class="results-summary">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p class="results-note">{text.t('results:summary.chance')}</p>
    </Section>
  );
}
