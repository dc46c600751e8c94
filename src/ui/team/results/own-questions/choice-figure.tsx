import { Figure } from '#ui/charts/figure/figure.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import './choice-figure.css';

interface ChoiceFigureProps {
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** By option id. */
  readonly chosen: ReadonlyMap<string, number>;
}

/** What parents chose, a bar an option, in the order in which they were asked. */
export function ChoiceFigure({ title, options, chosen }: ChoiceFigureProps) {
  const text = useText();
  const { t, formats } = text;
  const rows = options.map((option) => ({ ...option, count: chosen.get(option.id) ?? 0 }));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <Figure
      title={title}
      sentence={choiceSentence(text, rows, total)}
      chart={() => (
        <ul class="choice-bars" aria-hidden="true">
          {rows.map(({ id, text: words, count }) => (
            <li key={id}>
              <span lang="sv">{words}</span>
              <span class="choice-bar">
                <i style={{ inlineSize: `${(count / total) * 100}%` }} />
              </span>
              <span class="choice-count">{`${count} (${formats.percent(count / total)})`}</span>
            </li>
          ))}
        </ul>
      )}
      table={{
        columns: [
          { id: 'option', label: t('questions:results.option') },
          { id: 'count', label: t('questions:results.count'), numeric: true },
          { id: 'share', label: t('questions:results.share'), numeric: true },
        ],
        rows: rows.map(({ id, text: words, count }) => ({
          id,
          head: words,
          cells: [count, formats.percent(count / total)],
        })),
      }}
    />
  );
}

function choiceSentence(
  { t, formats }: Text,
  rows: readonly { readonly text: string; readonly count: number }[],
  total: number,
): string {
  const most = Math.max(...rows.map(({ count }) => count));
  const first = rows.filter(({ count }) => count === most).map(({ text }) => text);
  const told = { most, count: total };
  return first.length === 1
    ? t('questions:results.choice', { ...told, option: first[0] ?? '' })
    : t('questions:results.choiceTie', {
        ...told,
        options: formats.list(first.map((option) => `”${option}”`)),
      });
}
