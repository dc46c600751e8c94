import { useEffect } from 'preact/hooks';
import type { Collected, RoundCollected } from '#app/team/collected.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import './custody.css';
import { formYearWords, reasonWords, troubleWords } from './custody-words.ts';
import { SendUnsent } from './send-unsent.tsx';

/** What was collected on this very device, what waits, and what has stood in the way. */
export function CustodyScreen({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  useEffect(() => centre.custody.watchCollected(), [centre]);
  const collected = centre.custody.collected.value;
  const { mailbox } = centre.sync.value;
  const title = t('custody:collected.title');
  if (collected === undefined) return <Page title={title} />;
  const isUnsent = unsentIn(collected) > 0;
  const isEmpty = collected.rounds.length === 0 && !isUnsent;
  return (
    <Page title={title} lead={t('custody:collected.lead')}>
      {mailbox === null ? (
        <Notice>{t('custody:collected.noMailbox')}</Notice>
      ) : isUnsent ? (
        <SendUnsent centre={centre} />
      ) : null}
      {isEmpty ? (
        <EmptyState title={t('custody:collected.none')}>
          {t('custody:collected.noneText')}
        </EmptyState>
      ) : (
        <>
          {collected.rounds.map((round) => (
            <RoundPart key={round.round} centre={centre} collected={round} />
          ))}
          {collected.ownWaiting + collected.ownRefused === 0 ? null : (
            <Panel>
              <h2 class="custody-title">{t('custody:collected.own')}</h2>
              <div class="custody-words">
                {collected.ownWaiting === 0 ? null : (
                  <p>{t('custody:collected.ownWaiting', { count: collected.ownWaiting })}</p>
                )}
                {collected.ownRefused === 0 ? null : (
                  <p>{t('custody:collected.ownRefused', { count: collected.ownRefused })}</p>
                )}
              </div>
            </Panel>
          )}
        </>
      )}
      <div>
        <ButtonLink kind="quiet" href={pathTo.settings()}>
          {t('custody:settings.back')}
        </ButtonLink>
      </div>
    </Page>
  );
}

interface RoundPartProps {
  readonly centre: OpenCentre;
  readonly collected: RoundCollected;
}

function RoundPart({ centre, collected }: RoundPartProps) {
  const { t, formats } = useText();
  const round = centre.rounds.value.find(({ id }) => id === collected.round);
  const { waiting, refused, sentAt, trouble } = collected;
  const hasMailbox = centre.sync.value.mailbox !== null;
  return (
    <Panel>
      <h2 class="custody-title">
        {round === undefined
          ? t('custody:collected.otherRound')
          : formYearWords(t, round.form, round.year)}
      </h2>
      <div class="custody-words">
        <p class="custody-count">{t('custody:collected.here', { count: collected.collected })}</p>
        {!hasMailbox ? null : waiting === 0 && refused.length === 0 ? (
          <p>{t('custody:collected.allSent')}</p>
        ) : null}
        {!hasMailbox || waiting === 0 ? null : (
          <p>
            {t('custody:collected.waiting', { count: waiting })}{' '}
            <span class="custody-soft">{t('custody:collected.envelopes')}</span>
          </p>
        )}
        {sentAt === null ? null : (
          <p class="custody-soft">
            {t('custody:collected.sentAt', { time: formats.time(sentAt) })}
          </p>
        )}
      </div>
      {waiting === 0 || trouble === null ? null : (
        <Notice kind="warning">{troubleWords(t, trouble)}</Notice>
      )}
      {refused.map(({ reason, count }) => (
        <Notice key={reason} kind="warning" title={t('custody:collected.refused', { count })}>
          {reasonWords(t, reason)}
        </Notice>
      ))}
    </Panel>
  );
}

function unsentIn({ rounds, ownWaiting, ownRefused }: Collected): number {
  return rounds.reduce(
    (sum, { waiting, refused }) => sum + waiting + refused.length,
    ownWaiting + ownRefused,
  );
}
