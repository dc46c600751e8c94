import { useMemo, useState } from 'preact/hooks';
import { dimensions, type Dimension } from '#projections/answer-groups.ts';
import { answersLeft } from '#projections/answer-steps.ts';
import { breakdown } from '#projections/breakdown.ts';
import { roundsOf } from '#projections/round-views.ts';
import { DataTable } from '#ui/parts/data-table/data-table.tsx';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { breakdownTable, shownItems } from './breakdown-table.ts';

/** The parents' answers by one thing that they told of themselves; never by two. Small groups are hidden, and say so. */
export function BreakdownPanel() {
  const text = useText();
  const { t } = text;
  const { centre, year, view } = useResults();
  const [dimension, setDimension] = useState<Dimension>('gender');
  const ledger = centre.ledger.value;
  const table = useMemo(() => breakdown(ledger, year, dimension), [ledger, year, dimension]);
  if (table === undefined) {
    const isLeft = answersLeft(ledger, roundsOf(ledger, 'parents', year)) > 0;
    return isLeft ? <p class="results-note">{t('results:breakdown.leftAside', { year })}</p> : null;
  }
  // A table of nothing but hidden and empty cells says less than a sentence.
  const isAnyShown = [...table.sizes.values()].some((size) => size.is === 'shown');
  const hiddenItems = table.items.size - shownItems(table).length;
  return (
    <Section
      level={3}
      title={t('results:breakdown.title')}
      lead={t('results:breakdown.lead', { least: view.least })}
    >
      <SelectField
        label={t('results:breakdown.by')}
        value={dimension}
        options={dimensions.map((id) => ({ value: id, label: t(`results:breakdown.of.${id}`) }))}
        onChange={(next) => setDimension(dimensions.find((id) => id === next) ?? 'gender')}
      />
      {isAnyShown ? (
        <>
          <DataTable
            caption={t('results:breakdown.caption', {
              by: t(`results:breakdown.of.${dimension}`),
              count: table.respondents,
              year,
            })}
            {...breakdownTable(text, table)}
          />
          {hiddenItems === 0 ? null : (
            <p class="results-note">{t('results:breakdown.hiddenItems', { count: hiddenItems })}</p>
          )}
        </>
      ) : (
        <p class="results-note">{t('results:breakdown.none')}</p>
      )}
    </Section>
  );
}
