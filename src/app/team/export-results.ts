import type { CsvTexts, CsvVariant } from '#report/csv.ts';
import type { OpenCentre } from './team-app.ts';

export type { CsvTexts, CsvVariant } from '#report/csv.ts';

/**
 * The results of a year and the years before it as the bytes of a CSV file, with human texts in the reader's
 * language. The report's code is fetched when first asked for; rejects if it can't be.
 */
export async function exportResultsCsv(
  centre: Pick<OpenCentre, 'results'>,
  year: number,
  variant: CsvVariant,
  texts: CsvTexts,
): Promise<Uint8Array<ArrayBuffer>> {
  const { csvBytes, resultsToCsv } = await import('#report/csv.ts');
  return csvBytes(resultsToCsv(centre.results(year), texts, variant));
}
