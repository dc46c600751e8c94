import type { OpenCentre } from '#app/team/team-app.ts';
import { DataTable } from '#ui/parts/data-table/data-table.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { formYearWords } from '#ui/team/custody/custody-words.ts';

/** What was purged, when and from which device. */
export function PurgeLog({ centre }: { readonly centre: OpenCentre }) {
  const { t, formats } = useText();
  const lines = centre.custody.purgeLog.value;
  const nameOf = (device: string): string =>
    centre.devices.value.find((each) => each.device === device)?.name ??
    t('custody:retention.unknownDevice');
  return (
    <Section title={t('custody:retention.log')} id="purge-log">
      {lines.length === 0 ? (
        <p class="custody-soft">{t('custody:retention.logEmpty')}</p>
      ) : (
        <DataTable
          caption={t('custody:retention.logCaption')}
          hideCaption
          columns={[
            { id: 'what', label: t('custody:retention.logWhat') },
            { id: 'answers', label: t('custody:retention.logAnswers'), numeric: true },
            { id: 'when', label: t('custody:retention.logWhen') },
            { id: 'by', label: t('custody:retention.logBy') },
          ]}
          rows={lines.map((line) => ({
            id: line.id,
            head: formYearWords(t, line.form, line.year),
            cells: [
              formats.number(line.answered + line.setAside),
              formats.day(line.at.slice(0, 10)),
              nameOf(line.by),
            ],
          }))}
        />
      )}
    </Section>
  );
}
