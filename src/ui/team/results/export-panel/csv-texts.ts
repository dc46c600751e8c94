import type { CsvTexts } from '#app/team/export-results.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';

const formScales = { reflection: 'working6', parents: 'agree4', children: 'yes3' } as const;

/** The words of the results' CSV file, in the reader's language. */
export function csvTexts(text: Text, least: number): CsvTexts {
  const { t, form } = text;
  return {
    column: (column) => t(`results:csv.column.${column}`),
    form: (id) => form(id).title,
    area: (area) => form('reflection').section(area),
    goal: (goal) => t(`results:goalNames.${goal}`),
    item: (id, item) => form(id).heading(item),
    mark: (id, mark, item) =>
      form(id).mark(
        (item === undefined ? undefined : scaleItem(item)?.scale) ?? formScales[id],
        mark,
      ),
    measure: (measure) => t(`results:csv.measure.${measure}`),
    withheld: (why) =>
      why === 'notExported' ? t('results:csv.notExported') : t(`results:withheldShort.${why}`),
    verdict: (verdict) => t(`results:verdictWord.${verdict}`),
    sentence: (trend, year) => trendText(text, trend, year, least),
  };
}
