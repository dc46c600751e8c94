import type { OpenCentre, UnreadableEnvelope } from '#app/team/team-app.ts';
import type { Translate } from '#i18n/translator.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { DataTable } from '#ui/parts/data-table/data-table.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { downloadText, fileNameFor } from '#ui/team/session/file-exchange.ts';
import { pathTo } from '#ui/team/session/paths.ts';
import './unreadable-screen.css';

const kinds = ['answer', 'edit', 'fact', 'voice', 'roundKey', 'grant', 'invite', 'purge'] as const;

function kindWords(kind: string, t: Translate): string {
  return t(`unreadable.kind.${kinds.find((each) => each === kind) ?? 'other'}`);
}

function reasonWords({ reason }: UnreadableEnvelope, t: Translate): string {
  if (reason === 'noKey' || reason === 'sealBroken') return t(`unreadable.reason.${reason}`);
  return t('unreadable.reason.other', { reason });
}

/** What could not be opened, with its reason, and what the mailbox refused, with a way to keep it. */
export function UnreadableScreen({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const unreadable = centre.unreadable.value;
  const { refused } = centre.sync.value;
  const save = async (): Promise<void> => {
    const name = fileNameFor(centre.centre.value.name, centre.today.value);
    downloadText(name.replace('.spegla', '-kvar.spegla'), await centre.exportRefused());
  };
  if (unreadable.length === 0 && refused === 0) {
    return (
      <Page title={t('unreadable.none')} lead={t('unreadable.noneText')}>
        <div>
          <ButtonLink kind="primary" href={pathTo.home()}>
            {t('app.toOverview')}
          </ButtonLink>
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={t('unreadable.title')}
      lead={unreadable.length === 0 ? undefined : t('unreadable.lead')}
    >
      {unreadable.length === 0 ? null : (
        <DataTable
          caption={t('unreadable.caption')}
          columns={[
            { id: 'kind', label: t('unreadable.columns.kind') },
            { id: 'reason', label: t('unreadable.columns.reason') },
            { id: 'id', label: t('unreadable.columns.id') },
          ]}
          rows={unreadable.map((envelope) => ({
            id: envelope.id,
            head: kindWords(envelope.kind, t),
            cells: [
              reasonWords(envelope, t),
              <code key="id" class="unreadable-id">
                {envelope.id}
              </code>,
            ],
          }))}
        />
      )}
      {refused === 0 ? null : (
        <Section
          title={t('unreadable.refusedTitle')}
          lead={t('unreadable.refusedText', { count: refused })}
        >
          <div>
            <Button onClick={() => void save()}>{t('unreadable.refusedSave')}</Button>
          </div>
        </Section>
      )}
    </Page>
  );
}
