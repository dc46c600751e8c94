import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './data-table.css';

export interface DataColumn {
  readonly id: string;
  readonly label: ComponentChildren;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
}

export interface DataRow {
  readonly id: string;
  /** The first cell: names the row. */
  readonly head: ComponentChildren;
  /** One cell for each column after the first. */
  readonly cells: readonly ComponentChildren[];
}

interface DataTableProps {
  readonly caption: ComponentChildren;
  /** The caption is there for listeners only, where a heading already says it. */
  readonly hideCaption?: boolean;
  /** The first names the column of row heads. */
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** On a narrow screen a row becomes a sheet of its own, each cell under its column's name: for many wordy columns. */
  readonly stacks?: boolean;
}

/** A real table with caption and heads; scrolls by itself (and by keyboard) where the screen is narrow. */
export function DataTable({
  caption,
  hideCaption = false,
  columns,
  rows,
  stacks = false,
}: DataTableProps) {
  const id = useId();
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1); a group, since a page has many tables and few landmarks.
    <div class="data-table-scroll" role="group" aria-labelledby={id} tabIndex={0}>
      <table class={stacks ? 'data-table data-table-stacks' : 'data-table'}>
        <caption id={id} class={hideCaption ? 'data-table-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" class={column.numeric === true ? 'numeric' : ''}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, index) => (
                <td
                  key={columns[index + 1]?.id}
                  class={columns[index + 1]?.numeric === true ? 'numeric' : ''}
                >
                  {stacks ? (
                    // The head of the table is out of sight then, and said by the cell itself.
                    <span class="data-table-label" aria-hidden="true">
                      {columns[index + 1]?.label}
                    </span>
                  ) : null}
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
