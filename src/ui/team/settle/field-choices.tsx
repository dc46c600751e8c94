import type { OpenCentre } from '#app/team/team-app.ts';
import type { ContestedField } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { valueWords } from './field-words.ts';
import './settle-screen.css';

interface FieldChoicesProps {
  readonly centre: OpenCentre;
  readonly field: ContestedField;
  /** Told before the choice is written, while what was tapped is still there. */
  readonly onSettle?: () => void;
}

/** Both values of a field that two people wrote at once, side by side: one tap decides. */
export function FieldChoices({ centre, field, onSettle }: FieldChoicesProps) {
  const text = useText();
  const { t, formats } = text;
  const toast = useToast();
  return (
    <ul class="settle-choices">
      {field.choices.map((choice) => {
        const words = valueWords(field.path, choice.value, text);
        const by = choice.by === '' ? t('settle.unknownDevice') : choice.by;
        return (
          <li key={`${choice.at} ${words}`} class="settle-choice">
            <p class="settle-value">{words}</p>
            <p class="settle-by">
              {choice.together
                ? t('settle.together')
                : t('settle.by', { name: by, time: formats.time(choice.at) })}
            </p>
            <Button
              label={`${t('settle.choose')}: ${words}`}
              onClick={() => {
                onSettle?.();
                void centre
                  .setField(field.path, choice.value, field.edits)
                  .then(() => toast({ text: t('settle.settled') }));
              }}
            >
              {t('settle.choose')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
