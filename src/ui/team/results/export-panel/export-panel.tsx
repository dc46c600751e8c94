import { useState } from 'preact/hooks';
import { exportResultsCsv, type CsvVariant } from '#app/team/export-results.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { csvTexts } from './csv-texts.ts';
import { saveAsFile } from './save-as-file.ts';

/** The results as a file: for Excel, or for other programs. */
export function ExportPanel() {
  const text = useText();
  const { t } = text;
  const { centre, year, view } = useResults();
  const [state, setState] = useState<'idle' | 'working' | 'done' | 'failed'>('idle');
  const save = async (variant: CsvVariant): Promise<void> => {
    setState('working');
    try {
      const bytes = await exportResultsCsv(centre, year, variant, csvTexts(text, view.least));
      const ending = variant === 'machine' ? '-data' : '';
      saveAsFile(bytes, `${t('results:export.fileName', { year })}${ending}.csv`, 'text/csv');
      setState('done');
    } catch {
      // The export's code is fetched when first needed, and there may be no network.
      setState('failed');
    }
  };
  return (
    <Section id="results-export" title={t('results:export.title')} lead={t('results:export.lead')}>
      <ButtonRow>
        <Button busy={state === 'working'} onClick={() => void save('swedishExcel')}>
          {t('results:export.excel')}
        </Button>
        <Button busy={state === 'working'} onClick={() => void save('machine')}>
          {t('results:export.machine')}
        </Button>
        <Button kind="quiet" onClick={() => print()}>
          {t('results:export.print')}
        </Button>
      </ButtonRow>
      <p class="results-note">{t('results:export.printHelp')}</p>
      <p role="status" class="results-note">
        {state === 'done' ? t('results:export.done') : ''}
      </p>
      {state === 'failed' ? (
        <Notice kind="warning" live>
          {t('results:export.failed')}
        </Notice>
      ) : null}
    </Section>
  );
}
