import type { ComponentChildren } from 'preact';
import { DataTable, type DataColumn, type DataRow } from '#ui/parts/data-table/data-table.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import './figure.css';

/** The same numbers as the chart, for those who read tables. */
export interface TableTwin {
  /** The first names the column of row heads. */
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
}

/** What stands for the chart, its words and its table on paper, where those may not leave the team. */
interface PaperTwin {
  readonly sentence: string;
  /** Why there is no more. */
  readonly note: string;
  readonly table: TableTwin;
}

interface FigureProps {
  /** What it is about: names the table. */
  readonly title: string;
  /** What the chart shows, in words: read by everyone, and the chart's accessible name. */
  readonly sentence: string;
  readonly chart: (label: string) => ComponentChildren;
  readonly table: TableTwin;
  /** Absent where everything may go on paper. */
  readonly paper?: PaperTwin | undefined;
  /** What can be done with it, beside the way to the table. */
  readonly actions?: ComponentChildren;
}

/** A chart is never alone: it comes with the sentence that says what it shows and with its table twin. */
export function Figure({ title, sentence, chart, table, paper, actions }: FigureProps) {
  const { t } = useText();
  return (
    <figure class={paper === undefined ? 'figure' : 'figure figure-stays'}>
      <figcaption class="figure-sentence">{sentence}</figcaption>
      {chart(sentence)}
      <div class="figure-foot">
        <details class="figure-table">
          <summary>
            {t('results:figure.asTable')}
            <VisuallyHidden>: {title}</VisuallyHidden>
          </summary>
          <DataTable caption={title} columns={table.columns} rows={table.rows} />
        </details>
        {actions}
      </div>
      {paper === undefined ? null : (
        <div class="figure-paper">
          <p class="figure-sentence">{paper.sentence}</p>
          <DataTable caption={title} columns={paper.table.columns} rows={paper.table.rows} />
          <p class="figure-note">{paper.note}</p>
        </div>
      )}
    </figure>
  );
}
