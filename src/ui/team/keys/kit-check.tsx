import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { areKitWords, type KitSheet } from '#app/team/kit-words.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import { placesToAsk } from './places-to-ask.ts';
import './keys.css';

interface KitCheckProps {
  readonly centre: OpenCentre;
  readonly onDone: () => void;
  /** Beside the button that checks. */
  readonly others?: ComponentChildren;
}

/** Asks for three words of the printed kit: who can read them has a paper that works. */
export function KitCheck({ centre, onDone, others }: KitCheckProps) {
  const { t } = useText();
  const toast = useToast();
  const [places] = useState(placesToAsk);
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const [errors, setErrors] = useState<ReadonlyMap<number, string>>(new Map());

  const faultsOf = (sheet: KitSheet): ReadonlyMap<number, string> => {
    const words = new Map(places.map((place) => [place, typed.get(place) ?? '']));
    const faults = areKitWords(sheet, words).filter(({ isRight }) => !isRight);
    return new Map(
      faults.map(({ place }) => [
        place,
        words.get(place)?.trim() === ''
          ? t('keys:check.empty', { place })
          : t('keys:check.wrong', { place }),
      ]),
    );
  };
  const check = async (): Promise<void> => {
    const sheet = await centre.kitSheet();
    // Taken off the device in another tab meanwhile: then somebody has it on paper.
    const faults = sheet === null ? new Map<number, string>() : faultsOf(sheet);
    setErrors(faults);
    const [first] = faults.keys();
    if (first !== undefined) {
      document.getElementById(`kit-word-${first}`)?.focus();
      return;
    }
    await centre.confirmKit();
    toast({ text: t('keys:check.done') });
    onDone();
  };
  return (
    <form
      class="keys-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <div class="keys-words">
        {places.map((place) => (
          <TextField
            key={place}
            id={`kit-word-${place}`}
            label={t('keys:check.word', { place })}
            value={typed.get(place) ?? ''}
            spellcheck={false}
            autoCapitalize="none"
            maxLength={20}
            onInput={(word) => {
              setTyped(new Map(typed).set(place, word));
              setErrors(new Map());
            }}
            error={errors.get(place)}
          />
        ))}
      </div>
      <div role="status">
        <VisuallyHidden>{[...errors.values()].join(' ')}</VisuallyHidden>
      </div>
      <ButtonRow>
        <Button kind="primary" type="submit">
          {t('keys:check.submit')}
        </Button>
        {others}
      </ButtonRow>
    </form>
  );
}
