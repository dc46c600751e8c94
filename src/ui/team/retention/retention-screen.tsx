import { bookTexts } from '#app/team/book-text.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RetentionView } from '#projections/retention-views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { formYearWords } from '#ui/team/custody/custody-words.ts';
import '#ui/team/custody/custody.css';
import { pathTo } from '#ui/team/session/paths.ts';
import { PurgeLog } from './purge-log.tsx';
import './retention.css';

interface RetentionProps {
  readonly centre: OpenCentre;
}

/** How long single answers are kept, what is to be purged when, and what has been. */
export function RetentionScreen({ centre }: RetentionProps) {
  const { t } = useText();
  const title = t('custody:retention.title');
  if (!centre.loaded.value) return <Page title={title} />;
  const views = centre.custody.retention.value;
  return (
    <Page title={title} lead={t('custody:retention.lead')}>
      <Rule centre={centre} />
      {views.length === 0 ? (
        <EmptyState title={t('custody:retention.empty')}>
          {t('custody:retention.emptyText')}
        </EmptyState>
      ) : (
        <Section title={t('custody:retention.list')} lead={t('custody:retention.dayHelp')}>
          {views.map((view) => (
            <Item key={`${view.form} ${view.year}`} centre={centre} view={view} />
          ))}
        </Section>
      )}
      <PurgeLog centre={centre} />
      <div>
        <ButtonLink kind="quiet" href={pathTo.settings()}>
          {t('custody:settings.back')}
        </ButtonLink>
      </div>
    </Page>
  );
}

const usualMonths = [6, 12, 24, 36, 60] as const;

function Rule({ centre }: RetentionProps) {
  const { t } = useText();
  const toast = useToast();
  const months = centre.custody.retentionMonths.value;
  const options = [...new Set([...usualMonths, months])].toSorted((a, b) => a - b);
  const words = (count: number): string => {
    const usual = usualMonths.find((one) => one === count);
    return usual === undefined
      ? t('custody:retention.otherMonths', { count })
      : t(`custody:retention.months.m${usual}`);
  };
  const change = async (value: number): Promise<void> => {
    await centre.custody.setRetentionMonths(value);
    toast({
      text: t('custody:retention.ruleSaved'),
      undo: () => void centre.custody.setRetentionMonths(months),
    });
  };
  return (
    <SelectField
      label={t('custody:retention.rule')}
      help={t('custody:retention.ruleHelp')}
      value={String(months)}
      options={options.map((count) => ({ value: String(count), label: words(count) }))}
      onChange={(value) => void change(Number(value))}
    />
  );
}

function Item({ centre, view }: RetentionProps & { readonly view: RetentionView }) {
  const { t, formats } = useText();
  const { form, year, day } = view;
  const today = centre.today.value;
  const what = formYearWords(t, form, year);
  const isDue = view.closed && day !== '' && day <= today;
  const answered = view.rounds.reduce((sum, round) => sum + round.answered, 0);
  const state = !view.closed
    ? t('custody:retention.notClosed')
    : day === ''
      ? t('custody:retention.noDay')
      : isDue
        ? t('custody:retention.due', { day: formats.day(day) })
        : t('custody:retention.later', { day: formats.day(day) });
  return (
    <Panel kind={isDue ? 'plain' : 'sunk'}>
      <div class="retention-words">
        <h3 class="custody-title">{what}</h3>
        <p>{t('custody:retention.holds', { count: answered })}</p>
        <p class={isDue ? 'retention-due' : 'custody-soft'}>{state}</p>
      </div>
      {view.closed ? (
        <div class="retention-row">
          <SavedField
            type="date"
            label={t('custody:retention.dayOf', { what })}
            value={day}
            keeper={bookTexts(centre, centre.custody.retentionDayPaths(form, year))}
          />
          <ButtonLink
            kind={isDue ? 'primary' : 'secondary'}
            href={pathTo.purge(year, form)}
            label={t('custody:retention.purgeWhat', { what })}
          >
            {t('custody:retention.purge')}
          </ButtonLink>
        </div>
      ) : (
        <div>
          <ButtonLink
            kind="quiet"
            href={pathTo.rounds(year)}
            label={`${t('custody:retention.closeFirst')}: ${what}`}
          >
            {t('custody:retention.closeFirst')}
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}
