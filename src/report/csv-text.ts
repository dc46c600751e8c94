/** One cell: a text, a number, or nothing. */
export type CsvCell = string | number | null;

/**
 * `swedishExcel` opens with a double click in a Swedish Excel: byte order mark, semicolon, decimal comma.
 * `machine` is RFC 4180 with a decimal point, for statistics programs. Both have CRLF and UTF-8.
 */
export type CsvVariant = 'swedishExcel' | 'machine';

interface Dialect {
  readonly start: string;
  readonly separator: string;
  readonly decimalMark: string;
  readonly defuses: boolean;
}

const dialects: Readonly<Record<CsvVariant, Dialect>> = {
  swedishExcel: { start: '\uFEFF', separator: ';', decimalMark: ',', defuses: true },
  machine: { start: '', separator: ',', decimalMark: '.', defuses: false },
};

/** Rows as CSV text, every row ended by CRLF (RFC 4180, section 2). */
export function csvText(rows: Iterable<readonly CsvCell[]>, variant: CsvVariant): string {
  const dialect = dialects[variant];
  let text = dialect.start;
  for (const row of rows) {
    text += `${row.map((cell) => cellText(cell, dialect)).join(dialect.separator)}\r\n`;
  }
  return text;
}

/** CSV text as the UTF-8 bytes of a file; the byte order mark, where there is one, stays. */
export function csvBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function cellText(cell: CsvCell, { separator, decimalMark, defuses }: Dialect): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimalMark);
  const text = defuses && isFormula(cell) ? `'${cell}` : cell;
  const needsQuotes = /["\r\n\t]|^\s|\s$/.test(text) || text.includes(separator);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet runs a text that starts like this as a formula, which a stranger's free text must never become
 * (CSV injection, OWASP). Full-width signs count too: some versions read them as the plain ones.
 */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text);
}
