import type { FormId, ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { useText } from '#ui/parts/text/text.tsx';
import type { Draft } from '#ui/team/history/draft.ts';
import './entry-table.css';

interface EntryTableProps {
  readonly items: readonly ScaleItem[];
  readonly form: FormId;
  readonly draft: Draft;
  readonly warnings: ReadonlyMap<string, string>;
  readonly onChange: (draft: Draft) => void;
}

/** A row of counts for every item, in the scale's shown order, as on the paper. Tab goes along the row. */
export function EntryTable(props: EntryTableProps) {
  const { items, form } = props;
  return (
    <div class="entry">
      {items.map((item, index) => (
        <EntryRow
          key={item.id}
          {...props}
          item={item}
          number={form === 'reflection' ? `${index + 1}. ` : ''}
        />
      ))}
    </div>
  );
}

interface EntryRowProps extends EntryTableProps {
  readonly item: ScaleItem;
  readonly number: string;
}

function EntryRow({ item, number, form, draft, warnings, onChange }: EntryRowProps) {
  const { t, form: formTexts } = useText();
  const texts = formTexts(form);
  const { points, nonAnswers } = scales[item.scale];
  const marks = [...points, ...nonAnswers].map(String);
  const counts = draft.counts[item.id] ?? {};
  const warning = warnings.get(item.id);
  const warningId = `entry-${item.id}-warning`;
  return (
    <fieldset
      class={warning === undefined ? 'entry-row' : 'entry-row entry-odd'}
      aria-describedby={warning === undefined ? undefined : warningId}
    >
      <legend>
        {number}
        {texts.heading(item.id)}
      </legend>
      <div class="entry-cells">
        {marks.map((mark) => (
          <label key={mark} class={isPoint(mark) ? 'entry-cell' : 'entry-cell entry-aside'}>
            <span>{texts.mark(item.scale, isPoint(mark) ? Number(mark) : mark)}</span>
            <input
              class="input"
              inputMode="numeric"
              autoComplete="off"
              value={counts[mark] ?? ''}
              onInput={(event) => {
                const next = { ...counts, [mark]: event.currentTarget.value };
                onChange({ ...draft, counts: { ...draft.counts, [item.id]: next } });
              }}
            />
          </label>
        ))}
        {form === 'reflection' ? (
          <label class="entry-cell entry-joint">
            <span>{t('results:history.joint')}</span>
            <select
              class="input"
              value={draft.positions[item.id] ?? ''}
              onChange={(event) => {
                const positions = { ...draft.positions, [item.id]: event.currentTarget.value };
                onChange({ ...draft, positions });
              }}
            >
              <option value="">{t('results:history.noJoint')}</option>
              {marks.map((mark) => (
                <option key={mark} value={mark}>
                  {texts.mark(item.scale, isPoint(mark) ? Number(mark) : mark)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      {warning === undefined ? null : (
        <p class="entry-warning" id={warningId}>
          {warning}
        </p>
      )}
    </fieldset>
  );
}

function isPoint(mark: string): boolean {
  return /^\d$/u.test(mark);
}
