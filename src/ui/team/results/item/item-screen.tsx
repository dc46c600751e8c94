import { useMemo } from 'preact/hooks';
import type { ItemTrend, ResultsView } from '#projections/views.ts';
import { useTablesOnPaper } from '#ui/charts/figure/use-tables-on-paper.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { ChooseGoal } from '#ui/team/results/choose-goal/choose-goal.tsx';
import { ResultsProvider } from '#ui/team/results/results-context.ts';
import type { YearScreenProps } from '#ui/team/results/screen-props.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';
import { VerdictWord } from '#ui/team/results/verdict/verdict-word.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { FamilyItem } from './family-item.tsx';
import { ItemNeighbours } from './item-neighbours.tsx';
import { StatementItem } from './statement-item.tsx';
import '#ui/team/results/sections/sections.css';
import '#ui/team/results/results-print.css';
import './item-screen.css';

/** One question or statement with all its years: how it was answered, shares with intervals, and what differs. */
export function ItemScreen({ centre, year, item }: YearScreenProps & { readonly item: string }) {
  const text = useText();
  const { t } = text;
  useTablesOnPaper();
  const ledger = centre.ledger.value;
  const context = useMemo(
    () => ({ centre, year, view: centre.results(year), goals: centre.goals(year + 1) }),
    [centre, year, ledger],
  );
  const { view } = context;
  const trend = trendOfItem(view, item);
  const toResults = (
    <ButtonLink href={pathTo.results(year)}>{t('results:item.back', { year })}</ButtonLink>
  );
  if (!centre.loaded.value) return <Page title={t('results:title', { year })} />;
  if (trend === undefined || trend.years.length === 0) {
    const title = trend === undefined ? t('results:item.unknownTitle') : nameOf(text, trend);
    return (
      <Page title={title}>
        <EmptyState title={t('results:item.noneTitle')} action={toResults}>
          {t('results:item.none', { year })}
        </EmptyState>
      </Page>
    );
  }
  return (
    <ResultsProvider value={context}>
      <Page
        width="wide"
        title={nameOf(text, trend)}
        above={aboveOf(text, trend, year)}
        lead={trend.form === 'reflection' ? text.form('reflection').text(item) : undefined}
        actions={toResults}
      >
        <div class="item-verdict">
          <VerdictWord trend={trend} year={year} />
          <ChooseGoal subject={{ kind: 'item', id: item, form: trend.form }} />
        </div>
        {trend.form === 'reflection' ? (
          <StatementItem trend={trend} />
        ) : (
          <FamilyItem trend={trend} form={trend.form} />
        )}
        <ItemNeighbours view={view} item={item} form={trend.form} />
      </Page>
    </ResultsProvider>
  );
}

function trendOfItem(view: ResultsView, item: string): ItemTrend | undefined {
  return [...view.statements, ...view.parentItems, ...view.children].find(
    (trend) => trend.item === item,
  );
}

function nameOf({ form }: Text, { form: id, item }: ItemTrend): string {
  return id === 'reflection' ? form(id).heading(item) : form(id).text(item);
}

/** "Föräldrar 2026 · Mål 1: …" */
function aboveOf({ t, form }: Text, { form: id, item }: ItemTrend, year: number): string {
  const known = scaleItem(item);
  const where = `${t(`results:${id}.title`)} ${year}`;
  if (known?.area !== undefined) return `${where} · ${form('reflection').section(known.area)}`;
  return known?.goal === undefined ? where : `${where} · ${t(`results:goalNames.${known.goal}`)}`;
}
