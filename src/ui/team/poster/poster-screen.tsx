import { useEffect, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { createTranslator, type Translator } from '#i18n/translator.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { PosterSheet } from './poster-sheet.tsx';
import './poster-screen.css';

interface PosterProps {
  readonly centre: OpenCentre;
  readonly round: string;
}

/** The sheet of the children's or the team's own round as it will come out of the printer, in Swedish and English whatever the page speaks. */
export function PosterScreen({ centre, round: id }: PosterProps) {
  const { t } = useText();
  const [languages, setLanguages] = useState<readonly Translator[]>([]);
  useEffect(() => {
    void Promise.all([createTranslator('sv'), createTranslator('en')]).then(setLanguages);
  }, []);
  const round = centre.rounds.value.find((each) => each.id === id);
  const isParents = round?.form === 'parents';
  useEffect(() => {
    // An address from before the parents' poster had languages and a screen of its own.
    if (round !== undefined && isParents) goTo(pathTo.print(round.year, id, 'poster'));
  }, [isParents]);
  if (!centre.loaded.value || isParents) return null;
  const { mailbox } = centre.sync.value;
  const phone = round === undefined ? null : centre.roundLinks(id).phone;
  if (round === undefined || phone === null) {
    return (
      <EmptyState
        title={t('poster.none')}
        action={
          <ButtonRow>
            {mailbox === null ? (
              <ButtonLink kind="primary" href={pathTo.settings()}>
                {t('rounds.toMailbox')}
              </ButtonLink>
            ) : null}
            <ButtonLink href={round === undefined ? pathTo.home() : pathTo.rounds(round.year)}>
              {t('poster.back')}
            </ButtonLink>
          </ButtonRow>
        }
      >
        {t('poster.noneText')}
      </EmptyState>
    );
  }
  return (
    <div class="poster-screen">
      <Page
        title={t('poster.title', { form: t(`forms.${round.form}`) })}
        lead={t('poster.lines')}
        actions={
          <>
            <Button kind="primary" onClick={() => window.print()}>
              {t('poster.print')}
            </Button>
            <ButtonLink kind="quiet" href={pathTo.rounds(round.year)}>
              {t('poster.back')}
            </ButtonLink>
          </>
        }
      >
        {languages.length === 0 ? null : (
          <PosterSheet
            centre={centre.centre.value}
            round={round}
            link={phone}
            languages={languages}
          />
        )}
      </Page>
    </div>
  );
}
