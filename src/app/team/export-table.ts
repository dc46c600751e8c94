/** A table as it is shown: column names, and rows of texts and numbers. */
export interface PlainTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One shown table as the bytes of a CSV file that a Swedish Excel opens. The code is fetched when first asked for. */
export async function exportTableCsv({
  columns,
  rows,
}: PlainTable): Promise<Uint8Array<ArrayBuffer>> {
  const { csvBytes, csvText } = await import('#report/csv-text.ts');
  return csvBytes(csvText([columns, ...rows], 'swedishExcel'));
}
