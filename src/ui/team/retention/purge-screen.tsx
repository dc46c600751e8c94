import { useEffect, useRef, useState } from 'preact/hooks';
import type { PurgeResult, PurgeStep } from '#app/team/purge-form-year.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { FormId } from '#instruments/form.ts';
import { kioskState } from '#projections/kiosk-state.ts';
import type { RetentionView } from '#projections/retention-views.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { formYearWords } from '#ui/team/custody/custody-words.ts';
import { KitPrompt } from '#ui/team/keys/kit-prompt.tsx';
import '#ui/team/keys/keys.css';
import { pathTo } from '#ui/team/session/paths.ts';
import { purgeChecks } from './purge-checks.ts';
import { PurgeContents } from './purge-contents.tsx';
import { PurgeDialog } from './purge-dialog.tsx';
import { PurgeProgress } from './purge-progress.tsx';
import './retention.css';

interface PurgeProps {
  readonly centre: OpenCentre;
  readonly year: number;
  readonly form: string;
}

const forms: readonly FormId[] = ['parents', 'children', 'reflection'];

/** Purges one form's year: what goes and what stays, what to look at first, and then one step that is asked about and has no way back. */
export function PurgeScreen({ centre, year, form: named }: PurgeProps) {
  const { t } = useText();
  const [end, setEnd] = useState<PurgeResult | null>(null);
  const form = forms.find((id) => id === named) ?? 'parents';
  const what = formYearWords(t, form, year);
  const title = t('custody:purge.title', { what });
  const found = centre.custody.retention.value.find(
    (one) => one.form === form && one.year === year,
  );
  // The last step takes it from the list a moment before it says that it is done.
  const last = useRef<RetentionView>(undefined);
  last.current = found ?? last.current;
  const view = last.current;
  if (!centre.loaded.value) return <Page title={title} />;
  if (end?.ok === true) {
    return (
      <Page title={`${t('custody:purge.done')}: ${what}`}>
        <Notice kind="good" live>
          {t('custody:purge.doneText')}
        </Notice>
        <ButtonRow>
          <ButtonLink kind="primary" href={pathTo.results(year)}>
            {t('custody:purge.toResults')}
          </ButtonLink>
          <ButtonLink href={pathTo.retention()}>{t('custody:purge.toRetention')}</ButtonLink>
        </ButtonRow>
      </Page>
    );
  }
  if (view === undefined) {
    return (
      <Page title={title}>
        <EmptyState
          title={t('custody:purge.none')}
          action={
            <ButtonLink href={pathTo.retention()}>{t('custody:purge.toRetention')}</ButtonLink>
          }
        >
          {t('custody:purge.noneText')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={title} lead={t('custody:purge.lead')}>
      <PurgeContents centre={centre} view={view} />
      <p class="custody-soft">{t('custody:purge.outside')}</p>
      <PurgeAct centre={centre} view={view} failed={end} onEnd={setEnd} />
    </Page>
  );
}

interface ActProps {
  readonly centre: OpenCentre;
  readonly view: RetentionView;
  readonly failed: PurgeResult | null;
  readonly onEnd: (end: PurgeResult) => void;
}

function PurgeAct({ centre, view, failed, onEnd }: ActProps) {
  const { t, formats } = useText();
  const { custody } = centre;
  const { mailbox, status } = centre.sync.value;
  const [step, setStep] = useState<PurgeStep | null>(null);
  const [asking, setAsking] = useState(false);
  const [asksKit, setAsksKit] = useState(false);
  useEffect(() => {
    if (status === 'online') void custody.refreshKiosks().catch(() => false);
  }, [status === 'online']);
  const kitHere = centre.kitHere.value;
  const unsure = view.rounds.reduce((sum, round) => {
    const { kiosks } = kioskState(custody.kiosks.value.reports, round);
    return sum + kiosks.filter(({ waiting, day }) => waiting > 0 || day <= round.closes).length;
  }, 0);
  const checks = purgeChecks({
    view,
    today: centre.today.value,
    online: status === 'online',
    hasMailbox: mailbox !== null,
    kitHere,
    unsureKiosks: unsure,
    lateUntil:
      view.rounds
        .map(({ id }) => custody.takesLateUntil(id))
        .toSorted()
        .at(-1) ?? '',
  });
  const purge = async (kit?: string): Promise<void> => {
    setAsksKit(false);
    setStep('pull');
    const result = await custody
      .purge(view.form, view.year, { onStep: setStep, ...(kit === undefined ? {} : { kit }) })
      .catch((): PurgeResult => ({ ok: false, why: 'refused', at: 'keep' }));
    setStep(null);
    onEnd(result);
  };
  if (step !== null) return <PurgeProgress step={step} />;
  return (
    <Section title={t('custody:purge.checks')}>
      <ul class="purge-checks">
        {checks.map(({ state, words, count, day }) => (
          <li key={words} class={`purge-check purge-${state}`}>
            <strong>{t(`custody:purge.${state}`)}</strong>{' '}
            {t(`custody:purge.check.${words}`, {
              count: count ?? 0,
              day: day === undefined ? '' : formats.day(day),
            })}
          </li>
        ))}
      </ul>
      {failed === null || failed.ok ? null : (
        <Notice kind="danger" title={t('custody:purge.failed')} live>
          <p class="notice-text">
            {t(`custody:purge.refusal.${failed.why}`)}{' '}
            {failed.at === 'purge' && failed.why !== 'notAdmin'
              ? t('custody:purge.failedAfter')
              : t('custody:purge.failedBefore')}
          </p>
        </Notice>
      )}
      {asksKit ? (
        <Panel>
          <KitPrompt
            centre={centre}
            onKit={(kit) => void purge(kit)}
            onCancel={() => setAsksKit(false)}
          />
        </Panel>
      ) : (
        <ButtonRow>
          <Button
            kind="danger"
            disabled={checks.some(({ state }) => state === 'stop')}
            onClick={() => setAsking(true)}
          >
            {t('custody:purge.open')}
          </Button>
          <ButtonLink kind="quiet" href={pathTo.retention()}>
            {t('parts.cancel')}
          </ButtonLink>
        </ButtonRow>
      )}
      {asking ? (
        <PurgeDialog
          centre={centre}
          view={view}
          careful={checks.some(({ state }) => state === 'warn')}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            if (kitHere) void purge();
            else setAsksKit(true);
          }}
        />
      ) : null}
    </Section>
  );
}
