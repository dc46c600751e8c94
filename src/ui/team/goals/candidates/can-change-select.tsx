import type { CanChange } from '#projections/goal-candidates.ts';
import { useText } from '#ui/parts/text/text.tsx';
import './candidates.css';

interface CanChangeSelectProps {
  /** The statement that it is about. */
  readonly name: string;
  readonly value: CanChange;
  readonly onChange: (value: CanChange) => void;
}

const answers = ['yes', 'unsure', 'no'] as const;

/** "Kan vi påverka det i år?", answered by the team in the table's row. */
export function CanChangeSelect({ name, value, onChange }: CanChangeSelectProps) {
  const { t } = useText();
  return (
    <select
      class="input input-select candidates-can"
      aria-label={t('results:candidates.canChangeName', { name })}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(answers.find((one) => one === chosen) ?? null);
      }}
    >
      <option value="">{t('results:candidates.can.unsaid')}</option>
      {answers.map((one) => (
        <option key={one} value={one}>
          {t(`results:candidates.can.${one}`)}
        </option>
      ))}
    </select>
  );
}
