import { useId } from 'preact/hooks';
import { useText } from '#ui/parts/text/text.tsx';
import './year-picker.css';

interface YearPickerProps {
  readonly years: readonly number[];
  readonly year: number;
  readonly onPick: (year: number) => void;
}

/** Which verksamhetsår the screens show. The newest is first. */
export function YearPicker({ years, year, onPick }: YearPickerProps) {
  const id = useId();
  const { t } = useText();
  const offered = [...new Set([...years, year])].toSorted((a, b) => b - a);
  return (
    <div class="year-picker">
      <label for={id}>{t('nav.year')}</label>
      <select
        id={id}
        class="year-select"
        value={String(year)}
        onChange={(event) => onPick(Number(event.currentTarget.value))}
      >
        {offered.map((each) => (
          <option key={each} value={String(each)}>
            {each}
          </option>
        ))}
      </select>
    </div>
  );
}
