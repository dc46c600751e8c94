import { FieldRow, TextField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import type { RoundDays } from './round-defaults.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with two days: one is missing, or they stand in the wrong order. */
export function daysFault({ opens, closes }: RoundDays): 'dateMissing' | 'datesError' | null {
  if (!day.test(opens) || !day.test(closes)) return 'dateMissing';
  return closes < opens ? 'datesError' : null;
}

interface DateFieldsProps {
  readonly days: RoundDays;
  readonly onChange: (days: RoundDays) => void;
  /** Faults are told once the person has tried. */
  readonly tried: boolean;
}

/** The two days of a round. */
export function DateFields({ days, onChange, tried }: DateFieldsProps) {
  const { t, formats } = useText();
  // The browser writes the field in its own language: the words say which day is meant.
  const wordsFor = (value: string): string | undefined =>
    day.test(value) ? formats.day(value) : undefined;
  const fault = tried ? daysFault(days) : null;
  const missing = (value: string): string | undefined =>
    fault === 'dateMissing' && !day.test(value) ? t('rounds.dateMissing') : undefined;
  return (
    <FieldRow>
      <TextField
        type="date"
        label={t('rounds.opens')}
        help={wordsFor(days.opens)}
        value={days.opens}
        onInput={(opens) => onChange({ ...days, opens })}
        error={missing(days.opens)}
      />
      <TextField
        type="date"
        label={t('rounds.closes')}
        help={wordsFor(days.closes)}
        value={days.closes}
        onInput={(closes) => onChange({ ...days, closes })}
        error={fault === 'datesError' ? t('rounds.datesError') : missing(days.closes)}
      />
    </FieldRow>
  );
}
