import { countedItemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import type { GoalMeasure } from '#projections/goal-plan.ts';
import { keyFigures } from '#projections/key-figures.ts';
import { SelectField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { measureName } from './measure-reading.ts';

interface MeasureChoiceProps {
  readonly value: GoalMeasure | null;
  readonly onChange: (measure: GoalMeasure | null) => void;
}

const measures: readonly GoalMeasure[] = [
  { by: 'count' },
  ...(['parents', 'children'] as const).flatMap((by) =>
    countedItemsOf(currentForm(by)).map(({ id }) => ({ by, id })),
  ),
  ...keyFigures.map((id) => ({ by: 'keyFigure', id }) as const),
  { by: 'words' },
];

function keyOf(measure: GoalMeasure): string {
  return 'id' in measure ? `${measure.by} ${measure.id}` : measure.by;
}

/** Points a goal at what tells how it went: a parents' or a child's question, a key figure, a count, or own words. */
export function MeasureChoice({ value, onChange }: MeasureChoiceProps) {
  const text = useText();
  const { t } = text;
  const options = measures.map((measure) => ({
    value: keyOf(measure),
    label: measure.by === 'words' ? t('meeting:measure.words') : measureName(text, measure),
  }));
  return (
    <SelectField
      label={t('meeting:measure.label')}
      help={t('meeting:measure.help')}
      value={value === null ? '' : keyOf(value)}
      options={[{ value: '', label: t('meeting:measure.none') }, ...options]}
      onChange={(key) => onChange(measures.find((measure) => keyOf(measure) === key) ?? null)}
    />
  );
}
