import { useMemo } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { PaperPreview } from './paper-preview.tsx';
import './print-screen.css';
import { RecordSheet } from './record-sheet.tsx';

interface RecordProps {
  readonly centre: OpenCentre;
  readonly year: number;
}

/** A year's whole reflection on paper: what the team agreed on, statement by statement. */
export function RecordScreen({ centre, year }: RecordProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const board = useMemo(() => centre.board(year), [centre, year, ledger]);
  const title = t('meeting:record.title', { year });
  if (!centre.loaded.value) return <Page title={title} />;
  return (
    <div class="print-screen">
      <Page
        title={title}
        lead={t('meeting:record.lead')}
        actions={
          <ButtonLink kind="quiet" href={pathTo.dialogue(year)}>
            {t('meeting:record.back')}
          </ButtonLink>
        }
      >
        <div class="print-tools">
          <ButtonRow>
            <Button kind="primary" onClick={() => window.print()}>
              {t('meeting:record.do')}
            </Button>
          </ButtonRow>
        </div>
        <PaperPreview>
          <RecordSheet centre={centre} board={board} />
        </PaperPreview>
      </Page>
    </div>
  );
}
