import { useMemo } from 'preact/hooks';
import type { ResultsView } from '#projections/views.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Later } from '#ui/parts/later/later.tsx';
import { finishWaiting } from '#ui/parts/later/when-idle.ts';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { ExportPanel } from './export-panel/export-panel.tsx';
import { ResultsProvider } from './results-context.ts';
import type { YearScreenProps } from './screen-props.ts';
import { ChildrenSection } from './sections/children-section.tsx';
import { ParentsSection } from './sections/parents-section.tsx';
import { ReflectionSection } from './sections/reflection-section.tsx';
import './sections/sections.css';
import './results-print.css';
import { Summary } from './summary/summary.tsx';
import { ThreeVoices } from './three-voices/three-voices.tsx';
import { Verdicts } from './verdicts/verdicts.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

const forms = ['reflection', 'parents', 'children'] as const;

/** A year's results beside earlier years: first in words, then as charts with tables. */
export function ResultsScreen({ centre, year }: YearScreenProps) {
  const { t, form } = useText();
  const ledger = centre.ledger.value;
  const context = useMemo(
    () => ({ centre, year, view: centre.results(year), goals: centre.goals(year + 1) }),
    [centre, year, ledger],
  );
  if (!centre.loaded.value) return <Page title={t('results:title', { year })} />;
  return (
    <ResultsProvider value={context}>
      <Page
        width="wide"
        title={t('results:title', { year })}
        lead={t('results:lead')}
        actions={
          <ButtonLink href={pathTo.goals(year)}>
            {t('results:toGoals', { year: year + 1 })}
          </ButtonLink>
        }
      >
        {isEmpty(context.view) && centre.rounds.value.every((round) => round.year !== year) ? (
          <EmptyState
            title={t('results:empty.title', { year })}
            action={
              <ButtonRow>
                <ButtonLink kind="primary" href={pathTo.overview(year)}>
                  {t('results:empty.toYear')}
                </ButtonLink>
                <ButtonLink href={pathTo.history(year - 1, 'reflection')}>
                  {t('results:empty.toHistory')}
                </ButtonLink>
              </ButtonRow>
            }
          >
            {t('results:empty.text')}
          </EmptyState>
        ) : (
          <>
            <nav class="results-jump" aria-label={t('results:jump')}>
              {forms.map((id) => (
                <Button key={id} onClick={() => goTo(`results-${id}`)}>
                  {id === 'reflection' ? form(id).title : t(`results:${id}.title`)}
                </Button>
              ))}
            </nav>
            <div class="results-top">
              <Summary />
              <Verdicts />
            </div>
            <ThreeVoices />
            <Later>
              <ReflectionSection />
            </Later>
            <Later>
              <ParentsSection />
            </Later>
            <Later>
              <ChildrenSection />
            </Later>
            <Later>
              <ExportPanel />
            </Later>
          </>
        )}
      </Page>
    </ResultsProvider>
  );
}

function isEmpty(view: ResultsView): boolean {
  return [...view.statements, ...view.parentItems, ...view.children].every(
    ({ years }) => years.length === 0,
  );
}

/** A link's fragment would be a route here, so the way down is a step in the page. */
function goTo(id: string): void {
  finishWaiting();
  // A part that has not been made yet is made before the next task.
  setTimeout(() => {
    const heading = document.querySelector<HTMLElement>(`#${id} h2`);
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  });
}
