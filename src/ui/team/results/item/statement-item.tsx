import type { ItemTrend } from '#projections/views.ts';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { StatementFigure } from '#ui/team/results/figures/statement-figure.tsx';
import { useResults } from '#ui/team/results/results-context.ts';

/** A statement of the self-reflection: positions and marks as they are, and what the team wrote each year. */
export function StatementItem({ trend }: { readonly trend: ItemTrend }) {
  const { t } = useText();
  const { view, year } = useResults();
  const comments = trend.years.filter(({ comment }) => comment !== '').toReversed();
  return (
    <>
      <Panel>
        <Section title={t('results:item.statementTitle')} lead={t('results:item.statementLead')}>
          <p class="results-key">{t('results:reflection.key')}</p>
          <StatementFigure trend={trend} year={year} least={view.least} />
        </Section>
      </Panel>
      {comments.length === 0 ? null : (
        <Section title={t('results:item.comments')}>
          <ul class="item-against">
            {comments.map((one) => (
              <li key={one.year}>
                <strong>{one.year}</strong>
                <span class="item-comment">{one.comment}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
