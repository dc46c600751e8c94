import { useEffect, useRef, useState } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import { openHistory, saveHistory, type HistoryBase } from '#app/team/history-counts.ts';
import { takeBack } from '#app/team/taken-back.ts';
import { countedItemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { FieldRow, SelectField, TextField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import type { YearScreenProps } from '#ui/team/results/screen-props.ts';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { emptyDraft, entryToDraft, draftToEntry, type Draft } from './draft.ts';
import { EntryTable } from './entry-table/entry-table.tsx';
import { ImportPanel } from './import/import-panel.tsx';
import { leastShown } from '#projections/suppression.ts';
import { draftWarnings } from './draft-warnings.ts';
import './history.css';

const yearsBack = 12;
const formIds: readonly FormId[] = ['reflection', 'parents', 'children'];

/** An earlier year typed in as counts, from a paper or an old report, so that this year has something to stand beside. */
export function HistoryScreen({ centre, year }: YearScreenProps) {
  const params = useParams<{ form?: string }>();
  const form = formIds.find((id) => id === params.form) ?? 'reflection';
  const text = useText();
  const { t, form: formTexts } = text;
  const toast = useToast();
  const loaded = centre.loaded.value;
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [state, setState] = useState<'clean' | 'changed' | 'saved'>('clean');
  const latest = useRef({ draft, state });
  latest.current = { draft, state };
  /** What the draft is a change of: as it stood when the screen was opened, and after each saving. */
  const base = useRef<HistoryBase | null>(null);
  const reload = (): void => {
    base.current = openHistory(centre, form, year);
    setDraft(entryToDraft(base.current.entry));
  };
  const { ledger } = centre;
  useEffect(() => {
    reload();
    setState('clean');
    return () => {
      const left = latest.current;
      if (left.state !== 'changed' || base.current === null) return;
      void saveHistory(centre, base.current, draftToEntry(left.draft));
    };
  }, [centre, form, year, loaded]);
  // What other devices write is shown while nobody types here.
  useEffect(
    () =>
      ledger.subscribe(() => {
        if (latest.current.state !== 'changed') reload();
      }),
    [centre, form, year],
  );

  const change = (next: Draft): void => {
    setDraft(next);
    setState('changed');
  };
  const save = async (): Promise<void> => {
    if (base.current === null) return;
    const written = await saveHistory(centre, base.current, draftToEntry(draft));
    reload();
    setState('saved');
    toast({
      text: t('results:history.saved', { year }),
      undo: () => void takeBack(centre, written),
    });
  };
  const warnings = draftWarnings(text, form, draft, leastShown(centre.ledger.value.book));
  const thisYear = Number(centre.today.value.slice(0, 4));
  const years = Array.from({ length: yearsBack }, (_, index) => thisYear - index);
  const hasAnswers = centre.rounds.value.some(
    (round) => round.form === form && round.year === year && round.answered > 0,
  );
  return (
    <Page
      width="wide"
      title={t('results:history.title', { form: formTexts(form).title, year })}
      lead={t('results:history.lead')}
      actions={
        <ButtonLink href={pathTo.results(year)}>{t('results:history.toResults')}</ButtonLink>
      }
    >
      <FieldRow>
        <SelectField
          label={t('results:history.form')}
          value={form}
          options={formIds.map((id) => ({
            value: id,
            label: formTexts(id).title,
          }))}
          onChange={(next) => goTo(pathTo.history(year, next))}
        />
        <SelectField
          label={t('results:history.year')}
          value={String(year)}
          options={[...new Set([...years, year])]
            .toSorted((a, b) => b - a)
            .map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(next) => goTo(pathTo.history(Number(next), form))}
        />
        <TextField
          short
          label={t('results:history.answered')}
          inputMode="numeric"
          error={warnings.get('answered')}
          value={draft.answered}
          onInput={(answered) => change({ ...draft, answered })}
        />
      </FieldRow>
      {hasAnswers ? (
        <Notice kind="warning">{t('results:history.hasAnswers', { year })}</Notice>
      ) : null}
      <ImportPanel
        key={`${form}-${year}`}
        centre={centre}
        form={form}
        year={year}
        onSaved={reload}
      />
      <Section
        title={t('results:history.counts')}
        lead={t(form === 'reflection' ? 'results:history.reflectionHelp' : 'results:history.help')}
      >
        <form
          class="history-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <EntryTable
            items={countedItemsOf(currentForm(form))}
            form={form}
            draft={draft}
            warnings={warnings}
            onChange={change}
          />
          <div class="history-save">
            <Button type="submit" kind="primary">
              {t('results:history.save')}
            </Button>
            <p role="status">{state === 'clean' ? '' : t(`results:history.${state}`, { year })}</p>
          </div>
        </form>
      </Section>
    </Page>
  );
}
