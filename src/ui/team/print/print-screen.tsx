import { useEffect, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { createTranslator, type Translator } from '#i18n/translator.ts';
import type { RoundView } from '#projections/views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { Tabs } from '#ui/parts/tabs/tabs.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo, type PrintSheet } from '#ui/team/session/paths.ts';
import { FormPrint } from './form-print.tsx';
import { PosterPrint } from './poster-print.tsx';
import { SlipsPrint } from './slips-print.tsx';
import './print-screen.css';

interface PrintProps {
  readonly centre: OpenCentre;
  readonly round: string;
  /** What to begin with, as it stands in the address. */
  readonly sheet: string | undefined;
}

const sheets: readonly PrintSheet[] = ['poster', 'slips', 'form'];

/** Everything of a round that goes on paper: poster, slips and the survey itself. */
export function PrintScreen({ centre, round: id, sheet }: PrintProps) {
  const { t } = useText();
  const [swedish, setSwedish] = useState<Translator | null>(null);
  const [chosen, setChosen] = useState(sheets.find((each) => each === sheet) ?? 'poster');
  useEffect(() => {
    void createTranslator('sv').then(setSwedish);
  }, []);
  if (!centre.loaded.value || swedish === null) return null;
  const round = centre.rounds.value.find((each) => each.id === id);
  const paper = centre.paper.round(id);
  if (round === undefined || paper === null) return <NothingToPrint round={round} />;
  // The team's own round is on paper as a form alone.
  const shown = round.form === 'parents' ? chosen : 'form';
  const props = { centre, round, paper, swedish };
  return (
    <div class="print-screen">
      <Page
        title={t('paperWork:print.title', { form: t(`forms.${round.form}`) })}
        lead={t('paperWork:print.lead')}
        actions={
          <ButtonLink kind="quiet" href={pathTo.rounds(round.year)}>
            {t('paperWork:print.back')}
          </ButtonLink>
        }
      >
        {round.form === 'parents' ? (
          <div class="print-tools">
            <Tabs
              label={t('paperWork:print.what')}
              options={sheets.map((value) => ({ value, label: t(`paperWork:print.${value}`) }))}
              value={shown}
              onChange={setChosen}
            />
          </div>
        ) : null}
        {shown === 'poster' ? <PosterPrint {...props} /> : null}
        {shown === 'slips' ? <SlipsPrint {...props} /> : null}
        {shown === 'form' ? <FormPrint {...props} /> : null}
      </Page>
    </div>
  );
}

function NothingToPrint({ round }: { readonly round: RoundView | undefined }) {
  const { t } = useText();
  return (
    <EmptyState
      title={t('paperWork:print.noneTitle')}
      action={
        <ButtonLink href={round === undefined ? pathTo.home() : pathTo.rounds(round.year)}>
          {t('paperWork:print.back')}
        </ButtonLink>
      }
    >
      {t('paperWork:print.none')}
    </EmptyState>
  );
}
