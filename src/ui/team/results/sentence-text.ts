import {
  comparisonSentence,
  resultSentences,
  spreadSentence,
  type ResultSentence,
} from '#projections/result-sentence.ts';
import type { AreaTrend, Comparison, GoalTrend, ItemTrend, ItemYear } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { scaleItem } from './subjects.ts';

/** Stops are numbers in the data and words in a sentence. */
const stopParams = ['position', 'lastPosition', 'low', 'high'];

/** What a spread's sentence does not read. */
const nothingElse = {
  source: 'rounds',
  missing: 0,
  continues: true,
  position: null,
  middleOfCounts: null,
  positionsDiffer: false,
  comment: '',
} as const;

/** A sentence of the projections in the reader's language. `best` is the children's gladdest answer in words. */
function written({ t, form }: Text, { key, params }: ResultSentence, best = ''): string {
  const words: Record<string, string | number> = { ...params, best };
  for (const name of stopParams) {
    const stop = params[name];
    if (typeof stop === 'number') words[name] = form('reflection').point('working6', stop);
  }
  return t(`results:${key}`, words);
}

/** What a trend says for a year: the sentences of the screen, of a chart's description and of every file. */
export function trendText(
  text: Text,
  trend: AreaTrend | GoalTrend | ItemTrend,
  year: number,
  least?: number,
): string {
  const best = 'item' in trend ? bestAnswer(text, trend) : '';
  return resultSentences(trend, year, least)
    .map((sentence) => written(text, sentence, best))
    .join(' ');
}

/** What may be said of a trend's newest year beside one of the earlier ones. */
export function comparisonText(
  text: Text,
  trend: GoalTrend | ItemTrend,
  comparison: Comparison,
): string {
  const source = trend.years.find(({ year }) => year === comparison.year)?.source ?? 'rounds';
  const form = 'goal' in trend ? 'goal' : trend.form;
  return written(text, comparisonSentence(comparison, { source }, form));
}

/** How the team's own marks of one statement and year lie; empty where there is nothing to tell. */
export function spreadText(
  text: Text,
  year: Pick<ItemYear, 'year' | 'answered' | 'spread'>,
): string {
  if (!year.spread.shown && year.spread.why === 'nothing') return '';
  return written(text, spreadSentence({ ...nothingElse, ...year }));
}

function bestAnswer({ form }: Text, { form: id, item }: ItemTrend): string {
  const scale = scaleItem(item)?.scale;
  return id === 'children' && scale !== undefined ? form(id).point(scale, 3) : '';
}
