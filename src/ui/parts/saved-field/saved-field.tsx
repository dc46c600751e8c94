import { Button } from '#ui/parts/button/button.tsx';
import { TextArea, TextField, type WrittenIn } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import type { TextKeeper } from './text-draft.ts';
import { useSavedText } from './use-saved-text.ts';
import './saved-field.css';

interface SavedFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly optional?: string;
  /** What is kept now. */
  readonly value: string;
  /** Where it is kept. */
  readonly keeper: TextKeeper;
  /** A day rather than words. */
  readonly type?: 'date';
  readonly short?: boolean;
  /** Several lines. */
  readonly multiline?: boolean;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly writtenIn?: WrittenIn | undefined;
  /** What is wrong with a text, in words; a wrong text is not kept. */
  readonly check?: (text: string) => string | undefined;
}

/** A text field that saves itself (on leaving, after 5 s of rest), says "Sparat" quietly and can be undone. */
export function SavedField(props: SavedFieldProps) {
  const { t } = useText();
  const { check, keeper } = props;
  const saved = useSavedText(props.value, {
    shown: keeper.shown,
    save: async (text, base) =>
      check?.(text) === undefined ? await keeper.save(text, base) : base,
  });
  const error = check?.(saved.draft);
  const shared = {
    label: props.label,
    help: props.help,
    optional: props.optional,
    error: saved.state === 'untouched' ? undefined : error,
    value: saved.draft,
    onInput: saved.write,
    onBlur: saved.flush,
    writtenIn: props.writtenIn,
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
  };
  const told = saved.state === 'saved' && error === undefined;
  return (
    <div class="saved-field">
      {props.multiline === true ? (
        <TextArea {...shared} rows={props.rows ?? 3} />
      ) : (
        <TextField
          {...shared}
          {...(props.type === undefined ? {} : { type: props.type })}
          {...(props.short === undefined ? {} : { short: props.short })}
        />
      )}
      <div class="saved-field-state">
        <span role="status">
          {told ? t('parts.saved') : saved.state === 'failed' ? t('parts.notSaved') : ''}
        </span>
        {saved.state === 'failed' ? (
          <Button kind="quiet" onClick={saved.flush}>
            {t('parts.tryAgain')}
          </Button>
        ) : null}
        {told && saved.undo !== null ? (
          <Button
            kind="quiet"
            label={t('parts.undoField', { field: props.label })}
            onClick={saved.undo}
          >
            {t('parts.undo')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
