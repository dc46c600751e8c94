import { useMemo, useState } from 'preact/hooks';
import { guessRoles, importRows, readTable, type ColumnRole } from '#app/team/history-import.ts';
import { replacedBy, saveImport } from '#app/team/save-import.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { FormId } from '#instruments/form.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { DataTable } from '#ui/parts/data-table/data-table.tsx';
import { FieldRow, SelectField, TextArea } from '#ui/parts/field/field.tsx';
import { FilePicker } from '#ui/parts/file-picker/file-picker.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { columnRoles, itemNames, previewCells } from './import-words.ts';
import './import-panel.css';

interface ImportPanelProps {
  readonly centre: OpenCentre;
  readonly form: FormId;
  readonly year: number;
  /** Something was saved: the fields below must be read anew. */
  readonly onSaved: () => void;
}

/** An earlier year from a spreadsheet or a CSV file: pasted, its columns named, looked through, and only then saved. */
export function ImportPanel({ centre, form, year, onSaved }: ImportPanelProps) {
  const text = useText();
  const { t } = text;
  const toast = useToast();
  const [pasted, setPasted] = useState('');
  const [chosen, setChosen] = useState<readonly ColumnRole[] | null>(null);
  const names = useMemo(() => itemNames(text, form), [text, form]);
  const rows = useMemo(() => readTable(pasted), [pasted]);
  const guessed = useMemo(() => guessRoles(form, rows, names), [form, rows, names]);
  const roles = chosen?.length === guessed.length ? chosen : guessed;
  const read = importRows(form, rows, roles, names);
  const good = read.filter((row) => row.ok);
  const replaced = replacedBy(centre, form, year);
  const take = (next: string): void => {
    setPasted(next);
    setChosen(null);
  };
  const save = async (): Promise<void> => {
    const undo = await saveImport(centre, form, year, good);
    take('');
    onSaved();
    toast({
      text: t('results:import.saved', { count: good.length, year }),
      undo: () => void undo().then(onSaved),
    });
  };
  return (
    <details class="import-panel">
      <summary>{t('results:import.title')}</summary>
      <p>{t('results:import.lead')}</p>
      <TextArea
        label={t('results:import.paste')}
        help={t('results:import.pasteHelp')}
        rows={6}
        value={pasted}
        onInput={take}
      />
      <FilePicker
        label={t('results:import.file')}
        choose={t('results:import.choose')}
        accept=".csv,.txt,text/csv,text/plain"
        onFile={(file) => void file.text().then(take)}
      />
      {rows.length === 0 ? null : (
        <>
          <h3>{t('results:import.columns')}</h3>
          <p>{t('results:import.columnsHelp')}</p>
          <FieldRow>
            {roles.map((role, column) => (
              <SelectField
                key={`${column}-${roles.length}`}
                label={t('results:import.column', {
                  number: column + 1,
                  first: rows[0]?.cells[column] ?? '',
                })}
                value={role}
                options={columnRoles(text, form)}
                onChange={(next) =>
                  setChosen(
                    roles.map((one, at) =>
                      at === column
                        ? (columnRoles(text, form).find(({ value }) => value === next)?.value ??
                          one)
                        : one,
                    ),
                  )
                }
              />
            ))}
          </FieldRow>
          {roles.includes('item') ? null : (
            <Notice kind="warning">{t('results:import.noItem')}</Notice>
          )}
          <DataTable
            caption={t('results:import.preview', { good: good.length, count: read.length })}
            columns={[
              { id: 'line', label: t('results:import.line') },
              { id: 'item', label: t('results:import.item') },
              { id: 'values', label: t('results:import.values') },
            ]}
            rows={read.map((row) => ({
              id: String(row.line),
              head: row.line,
              cells: previewCells(text, form, row, row.ok ? replaced(row) : null),
            }))}
          />
          <p>{t('results:import.nothingYet')}</p>
          <Button kind="primary" disabled={good.length === 0} onClick={() => void save()}>
            {t('results:import.save', { count: good.length, year })}
          </Button>
        </>
      )}
    </details>
  );
}
