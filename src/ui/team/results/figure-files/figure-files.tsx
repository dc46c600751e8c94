import { useRef } from 'preact/hooks';
import { exportTableCsv } from '#app/team/export-table.ts';
import type { TableTwin } from '#ui/charts/figure/figure.tsx';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { saveAsFile } from '#ui/team/results/export-panel/save-as-file.ts';
import { fileNameOf, plainTable } from './plain-table.ts';
import './figure-files.css';

interface FigureFilesProps {
  readonly title: string;
  readonly table: TableTwin;
  /** False where the drawing shows what may not leave the team. */
  readonly hasPicture?: boolean;
}

/** A chart as a picture and its table as a file, with the same numbers and the same cells hidden. */
export function FigureFiles({ title, table, hasPicture = true }: FigureFilesProps) {
  const { t } = useText();
  const toast = useToast();
  const place = useRef<HTMLDivElement>(null);
  const savePicture = (): void => {
    const chart = place.current?.closest('figure')?.querySelector('canvas');
    if (chart === null || chart === undefined) return;
    pictureOf(chart, title).toBlob((blob) => {
      if (blob === null) return;
      void blob
        .arrayBuffer()
        .then((bytes) =>
          saveAsFile(new Uint8Array(bytes), `${fileNameOf(title)}.png`, 'image/png'),
        );
    }, 'image/png');
  };
  const saveTable = async (): Promise<void> => {
    try {
      saveAsFile(await exportTableCsv(plainTable(table)), `${fileNameOf(title)}.csv`, 'text/csv');
    } catch {
      toast({ text: t('results:export.failed') });
    }
  };
  return (
    <div class="figure-files" ref={place}>
      {hasPicture ? (
        <Button kind="quiet" label={t('results:figure.pngOf', { title })} onClick={savePicture}>
          {t('results:figure.png')}
        </Button>
      ) : null}
      <Button
        kind="quiet"
        label={t('results:figure.csvOf', { title })}
        onClick={() => void saveTable()}
      >
        {t('results:figure.csv')}
      </Button>
    </div>
  );
}

/** The drawing under its title, on the page's own ground: a chart has none, and its letters may be light. */
function pictureOf(chart: HTMLCanvasElement, title: string): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  const perPixel = chart.width / Math.max(1, chart.clientWidth);
  const [edge, head] = [16 * perPixel, 48 * perPixel];
  picture.width = chart.width + 2 * edge;
  picture.height = chart.height + head + edge;
  const brush = picture.getContext('2d');
  if (brush === null) return chart;
  const { color, fontFamily } = getComputedStyle(chart);
  brush.fillStyle =
    getComputedStyle(document.documentElement).getPropertyValue('--surface') || 'white';
  brush.fillRect(0, 0, picture.width, picture.height);
  brush.fillStyle = color;
  brush.font = `700 ${17 * perPixel}px ${fontFamily}`;
  brush.textBaseline = 'middle';
  brush.fillText(title, edge, head / 2, chart.width);
  brush.drawImage(chart, edge, head);
  return picture;
}
