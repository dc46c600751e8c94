import { lastCount, type GoalMeasure, type GoalPlan } from '#projections/goal-plan.ts';
import { keyFigureOf } from '#projections/key-figures.ts';
import type { Ledger } from '#projections/ledger.ts';
import type { ResultsView } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { trendOf } from '#ui/team/results/subjects.ts';

/** What a goal is measured by, in words; empty where it is the team's own words or nothing yet. */
export function measureName({ t, form }: Text, measure: GoalMeasure | null): string {
  if (measure === null || measure.by === 'words') return '';
  switch (measure.by) {
    case 'parents':
    case 'children':
      return t(`meeting:measure.${measure.by}`, { item: form(measure.by).text(measure.id) });
    case 'keyFigure':
      return t('meeting:measure.keyFigure', { figure: t(`meeting:figure.${measure.id}`) });
    case 'count':
      return t('meeting:measure.count');
  }
}

/**
 * The goal's number, filled in by itself: what parents or children answered in the year, the key figure beside last
 * year's, or what was counted at the last check. Empty where the measure is words, or nothing has come in.
 */
export function measureReading(
  text: Text,
  ledger: Ledger,
  results: ResultsView,
  plan: GoalPlan,
): string {
  const measure = plan.measureBy;
  if (measure?.by !== 'parents' && measure?.by !== 'children') {
    return ownReading(text, ledger, results.year, plan);
  }
  const trend = trendOf(results, { kind: 'item', id: measure.id, form: measure.by });
  return trend === undefined ? '' : trendText(text, trend, results.year, results.least);
}

/** The same for what the centre counts itself: a key figure or the checks' count. Empty for every other measure. */
export function ownReading(text: Text, ledger: Ledger, year: number, plan: GoalPlan): string {
  const { t, formats } = text;
  const measure = plan.measureBy;
  if (measure?.by === 'count') {
    const last = lastCount(plan);
    if (last === null) return t('meeting:measure.notCounted');
    return last.day === ''
      ? t('meeting:measure.counted', { value: last.count })
      : t('meeting:measure.countedOn', { value: last.count, day: formats.day(last.day) });
  }
  if (measure?.by !== 'keyFigure') return '';
  const figure = measure.id;
  const [now, before] = [year, year - 1].map((one) => keyFigureOf(ledger, one, figure));
  const written = (value: number | null | undefined): string =>
    value === null || value === undefined ? t('meeting:measure.missing') : formats.number(value);
  return t('meeting:measure.figureYears', {
    now: written(now),
    before: written(before),
    year,
    lastYear: year - 1,
  });
}
