import { countedItemsOf, type FormId, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { scales } from '#instruments/scales.ts';

/** What a column of a pasted table holds. `mark:4` is how many gave a mark. */
export type ColumnRole =
  | 'skip'
  | 'item'
  | 'works'
  | 'develop'
  | 'percent'
  | 'count'
  | 'position'
  | `mark:${string}`;

/** Why a row cannot be taken in. */
export type RowFault =
  | 'unknownItem'
  | 'twice'
  | 'notNumber'
  | 'notPercent'
  | 'noCount'
  | 'notPosition'
  | 'nothing';

/** One row of a pasted table, as it would be saved; or what is wrong with it. */
export type ImportedRow =
  | {
      readonly line: number;
      readonly ok: true;
      readonly item: string;
      readonly values: ItemHistory;
    }
  | { readonly line: number; readonly ok: false; readonly text: string; readonly fault: RowFault };

/** What an earlier form tells of one item: its counts or a share, and a joint mark. */
export interface ItemHistory {
  readonly counts?: Readonly<Record<string, number>>;
  /** Two counts, or a percentage of a number: how many on the good side, of how many. */
  readonly share?: { readonly favourable: number; readonly of: number };
  /** The reflection's one joint mark, 1–6. */
  readonly position?: number;
}

/**
 * Cuts a paste from a spreadsheet (tabs) or a CSV file (semicolons or commas, RFC 4180 quotes) into cells. Empty lines
 * are left out; `line` counts from 1 as the file does.
 */
export function readTable(text: string): readonly { line: number; cells: readonly string[] }[] {
  const clean = text.replace(/^\uFEFF/u, '');
  const separator = separatorOf(clean);
  const rows: { line: number; cells: string[] }[] = [];
  let [cells, cell, quoted, line, start]: [string[], string, boolean, number, number] = [
    [],
    '',
    false,
    1,
    1,
  ];
  const endRow = (): void => {
    cells.push(cell.trim());
    if (cells.some((one) => one !== '')) rows.push({ line: start, cells });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean.charAt(at);
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (clean.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      [quoted, cell] = [true, ''];
    } else if (sign === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\n' || clean.charAt(at + 1) !== '\n') {
        endRow();
        start = line;
      }
    } else cell += sign;
  }
  endRow();
  return rows;
}

/** Guesses what each column holds from the first rows; the person sees it and changes it. */
export function guessRoles(
  form: FormId,
  rows: readonly { cells: readonly string[] }[],
  names: Names,
): ColumnRole[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const [head] = rows;
  const byTitle = Array.from({ length: width }, (_, column) => {
    const title = plain(head?.cells[column] ?? '');
    // A table without heads begins with an item's own words, whatever is in them ("ansvar").
    const isItem = /\p{L}/u.test(title) && itemOf(form, title, names) !== undefined;
    return isItem ? 'skip' : roleByTitle(form, title, column);
  });
  // Counts look like the statements' numbers too: a column whose head says what it counts names no item, and of the
  // others the one that names most does; of two, the first.
  const known = byTitle.map((role, column) =>
    role === 'skip'
      ? rows.filter(({ cells }) => itemOf(form, cells[column] ?? '', names) !== undefined).length
      : 0,
  );
  const most = Math.max(0, ...known);
  const itemColumn = most === 0 ? -1 : known.indexOf(most);
  return byTitle.map((role, column) => (column === itemColumn ? 'item' : role));
}

function roleByTitle(form: FormId, title: string, column: number): ColumnRole {
  if (/behöver utvecklas|needs/u.test(title)) return 'develop';
  if (/^(?:fungerar|works)/u.test(title)) return 'works';
  if (/%|procent|percent|andel/u.test(title)) return 'percent';
  if (/^n$|antal|svar|number/u.test(title)) return 'count';
  if (form === 'reflection' && /gemensam|läge|joint/u.test(title)) return 'position';
  return column > 0 && /^[1-6]$/u.test(title) ? `mark:${title}` : 'skip';
}

/** The words by which an item can be known in a table, besides its id and its number: its heading, its text. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** Reads every row by the roles of its columns. A first row that names no item is taken to be heads and left out. */
export function importRows(
  form: FormId,
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  roles: readonly ColumnRole[],
  names: Names,
): readonly ImportedRow[] {
  const seen = new Set<string>();
  const itemColumn = roles.indexOf('item');
  return rows.flatMap(({ line, cells }, at): ImportedRow[] => {
    const text = cells[itemColumn] ?? '';
    const fault = (fault: RowFault): ImportedRow[] => [
      { line, ok: false, text: text || cells.join(' '), fault },
    ];
    const item = itemOf(form, text, names);
    if (item === undefined) return at === 0 ? [] : fault('unknownItem');
    if (seen.has(item.id)) return fault('twice');
    const values = valuesOf(item, cells, roles);
    if (typeof values === 'string') return fault(values);
    seen.add(item.id);
    return [{ line, ok: true, item: item.id, values }];
  });
}

function valuesOf(
  item: ScaleItem,
  cells: readonly string[],
  roles: readonly ColumnRole[],
): ItemHistory | RowFault {
  const textOf = (role: ColumnRole): string => cells[roles.indexOf(role)] ?? '';
  const counts: Record<string, number> = {};
  for (const [column, role] of roles.entries()) {
    const text = cells[column] ?? '';
    if (!role.startsWith('mark:') || text === '') continue;
    const count = wholeOf(text);
    const mark = role.slice('mark:'.length);
    const { points, nonAnswers } = scales[item.scale];
    if (count === null || ![...points, ...nonAnswers].map(String).includes(mark))
      return 'notNumber';
    counts[mark] = count;
  }
  // A row that also tells a share is known by its counts, as long as they hold any point of the scale.
  const isCounted = Object.keys(counts).some((mark) => /^\d$/u.test(mark));
  const share = isCounted ? null : shareIn(textOf);
  if (typeof share === 'string') return share;
  let history: ItemHistory = Object.keys(counts).length > 0 ? { counts } : {};
  if (share !== null) history = { share };
  if (textOf('position') !== '') {
    const position = wholeOf(textOf('position'));
    if (position === null || !scales[item.scale].points.includes(position)) return 'notPosition';
    history = { ...history, position };
  }
  return Object.keys(history).length === 0 ? 'nothing' : history;
}

/** Two counts, or a percentage of a number; null where a row has neither. */
function shareIn(
  textOf: (role: ColumnRole) => string,
): { readonly favourable: number; readonly of: number } | RowFault | null {
  const [worksText, developText, percentText] = [
    textOf('works'),
    textOf('develop'),
    textOf('percent'),
  ];
  if (worksText !== '' || developText !== '') {
    const [works, develop] = [wholeOf(worksText || '0'), wholeOf(developText || '0')];
    if (works === null || develop === null) return 'notNumber';
    return works + develop === 0 ? null : { favourable: works, of: works + develop };
  }
  if (percentText === '') return null;
  const percent = percentOf(percentText);
  if (percent === null) return 'notPercent';
  const of = wholeOf(textOf('count'));
  if (of === null || of === 0) return 'noCount';
  return { favourable: Math.round((percent / 100) * of), of };
}

function itemOf(form: FormId, text: string, names: Names): ScaleItem | undefined {
  const wanted = plain(text);
  if (wanted === '') return undefined;
  const items = countedItemsOf(currentForm(form));
  const number = /^(?<number>\d{1,2})\.?$/u.exec(wanted)?.groups?.['number'];
  return items.find(({ id }, at) => {
    if (id === wanted || (form === 'reflection' && number === String(at + 1))) return true;
    return (names.get(id) ?? []).some((name) => plain(name) === wanted);
  });
}

function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counted = ['\t', ';', ','].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? '\t';
}

function wholeOf(text: string): number | null {
  return /^\d{1,6}$/u.test(text.trim()) ? Number(text) : null;
}

/** "85", "85 %", "84,5 %". */
function percentOf(text: string): number | null {
  const match = /^(?<number>\d{1,3}(?:[.,]\d+)?)\s*%?$/u.exec(text.trim())?.groups?.['number'];
  const percent = match === undefined ? Number.NaN : Number(match.replace(',', '.'));
  return percent >= 0 && percent <= 100 ? percent : null;
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('sv').replaceAll(/\s+/gu, ' ');
}
