import type { ItemTrend } from '#projections/views.ts';
import { scales } from '#instruments/scales.ts';
import { Figure } from '#ui/charts/figure/figure.tsx';
import { ShareLine } from '#ui/charts/share-line/share-line.tsx';
import { StackedYears } from '#ui/charts/stacked-years/stacked-years.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { FigureFiles } from '#ui/team/results/figure-files/figure-files.tsx';
import { itemChart } from '#ui/team/results/figures/item-figure.tsx';
import { itemShareYears } from '#ui/team/results/figures/share-years.ts';
import { useResults } from '#ui/team/results/results-context.ts';
import { comparisonText, trendText } from '#ui/team/results/sentence-text.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';
import { shareTable, spreadTable } from './item-tables.ts';
import { shareSentence } from './share-sentence.ts';

interface FamilyItemProps {
  readonly trend: ItemTrend;
  readonly form: 'parents' | 'children';
}

/** A question to parents or children: its answers, its shares in their intervals, and the years against each other. */
export function FamilyItem({ trend, form }: FamilyItemProps) {
  const text = useText();
  const { t } = text;
  const { view, year } = useResults();
  const scale = scaleItem(trend.item)?.scale ?? 'agree4';
  const name = text.form(form).heading(trend.item);
  // On three points the best step is the whole favourable side.
  const shares =
    scales[scale].favourable.length > 1 ? (['positive', 'top'] as const) : (['positive'] as const);
  const spread = spreadTable(text, trend);
  const isBroken = trend.years.some(({ continues }, at) => at > 0 && !continues);
  return (
    <>
      <Panel>
        <Section
          level={2}
          title={t('results:item.spreadTitle')}
          lead={t(`results:item.spreadLead.${form}`)}
        >
          <Figure
            title={`${t('results:item.spreadTitle')}: ${name}`}
            sentence={trendText(text, trend, year, view.least)}
            chart={(label) => <StackedYears label={label} data={itemChart(text, trend)} />}
            table={spread}
            actions={
              <FigureFiles title={`${name} ${t('results:item.spreadTitle')}`} table={spread} />
            }
          />
        </Section>
      </Panel>
      {shares.map((of) => {
        const title = t(`results:item.${of}`);
        const table = shareTable(text, trend, of);
        return (
          <Panel key={of}>
            <Section level={2} title={title} lead={t(`results:item.${of}Lead.${form}`)}>
              <Figure
                title={`${title}: ${name}`}
                sentence={shareSentence(text, trend, year, of, view.least)}
                chart={(label) => (
                  <ShareLine label={label} years={itemShareYears(text, trend, year, of)} />
                )}
                table={table}
                actions={<FigureFiles title={`${name} ${title}`} table={table} />}
              />
            </Section>
          </Panel>
        );
      })}
      <Section title={t('results:item.against')}>
        {trend.comparisons.length === 0 ? (
          <p class="results-note">{t('results:item.nothingAgainst')}</p>
        ) : (
          <ul class="item-against">
            {trend.comparisons.toReversed().map((comparison) => (
              <li key={comparison.year}>
                <strong>{comparison.year}</strong>
                <span>{comparisonText(text, trend, comparison)}</span>
              </li>
            ))}
          </ul>
        )}
        {isBroken ? <p class="results-note">{t('results:item.broken')}</p> : null}
      </Section>
    </>
  );
}
