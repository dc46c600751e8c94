import { setLeastShown } from '#app/team/centre-facts.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { leastShown, minShownRespondents } from '#projections/suppression.ts';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';

const usual = [minShownRespondents, 8, 10, 12, 15, 20] as const;

/** From how many answers families' results are shown: a centre may ask for more than six, never for fewer. */
export function LeastShown({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const toast = useToast();
  const least = leastShown(centre.ledger.value.book);
  const options = [...new Set([...usual, least])].toSorted((a, b) => a - b);
  const change = async (value: number): Promise<void> => {
    await setLeastShown(centre, value);
    toast({
      text: t('results:least.saved', { count: value }),
      undo: () => void setLeastShown(centre, least),
    });
  };
  return (
    <Section title={t('results:least.title')} lead={t('results:least.lead')} id="least-shown">
      <SelectField
        label={t('results:least.label')}
        help={t('results:least.help')}
        value={String(least)}
        options={options.map((count) => ({
          value: String(count),
          label: t(count === minShownRespondents ? 'results:least.usual' : 'results:least.option', {
            count,
          }),
        }))}
        onChange={(value) => void change(Number(value))}
      />
    </Section>
  );
}
