import {
  resultSentence,
  spreadSentence,
  type ResultSentence,
} from '#projections/result-sentence.ts';
import type { AreaTrend, ChangeWord, GoalTrend, ItemTrend, ItemYear } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { scaleItem } from './subjects.ts';

const changeWords: readonly ChangeWord[] = [
  'better',
  'worse',
  'same',
  'cannotTell',
  'tooFew',
  'firstYear',
];

/** Stops are numbers in the data and words in a sentence. */
const stopParams = ['position', 'lastPosition', 'low', 'high'];

/** What a spread's sentence does not read. */
const nothingElse = {
  source: 'rounds',
  position: null,
  positionFromCounts: false,
  comment: '',
} as const;

/** A sentence of the projections in the reader's language. `best` is the children's gladdest answer in words. */
function written(
  { t, form }: Text,
  { key, params }: ResultSentence,
  verdicts: 'verdictOwn' | 'verdictShare',
  best = '',
): string {
  const words: Record<string, string | number> = { ...params, best };
  for (const name of stopParams) {
    const stop = params[name];
    if (typeof stop === 'number') words[name] = form('reflection').point('working6', stop);
  }
  const change = changeWords.find((word) => word === params['change']);
  if (change !== undefined) words['change'] = t(`results:${verdicts}.${change}`);
  // Nothing to ascribe to chance where the shares are the same.
  if (change === 'cannotTell' && params['share'] === params['lastShare'] && 'share' in params) {
    words['change'] = t('results:verdictShare.noDifference');
  }
  return t(`results:${key}`, words);
}

/** What a trend says for a year, in one or two sentences. */
export function trendText(
  text: Text,
  trend: AreaTrend | GoalTrend | ItemTrend,
  year: number,
): string {
  const own = 'area' in trend || ('form' in trend && trend.form === 'reflection');
  return written(
    text,
    resultSentence(trend, year),
    own ? 'verdictOwn' : 'verdictShare',
    'item' in trend ? bestAnswer(text, trend) : '',
  );
}

/** How the team's own marks of one statement and year lie; empty where there is nothing to tell. */
export function spreadText(
  text: Text,
  year: Pick<ItemYear, 'year' | 'answered' | 'spread'>,
): string {
  if (!year.spread.shown && year.spread.why === 'nothing') return '';
  return written(text, spreadSentence({ ...nothingElse, ...year }), 'verdictOwn');
}

function bestAnswer({ form }: Text, { form: id, item }: ItemTrend): string {
  const scale = scaleItem(item)?.scale;
  return id === 'children' && scale !== undefined ? form(id).point(scale, 3) : '';
}
