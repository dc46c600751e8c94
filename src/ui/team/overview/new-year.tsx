import type { OpenCentre } from '#app/team/team-app.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { goTo, pathTo } from '#ui/team/session/paths.ts';

/** From November on, or when an unbegun year is looked at: the way to begin the next one. */
export function NewYear({ centre, year }: { readonly centre: OpenCentre; readonly year: number }) {
  const { t } = useText();
  const toast = useToast();
  const years = centre.years.value;
  const today = centre.today.value;
  const calendarYear = Number(today.slice(0, 4));
  const next = Number(today.slice(5, 7)) >= 11 ? calendarYear + 1 : calendarYear;
  const unbegun = years.includes(year) ? next : year;
  if (years.includes(unbegun)) return null;
  const begin = async (): Promise<void> => {
    await centre.beginYear(unbegun);
    toast({ text: t('overview.begun', { year: unbegun }) });
    goTo(pathTo.overview(unbegun));
  };
  return (
    <Section title={t('overview.newYearTitle')} lead={t('overview.newYearText')}>
      <div>
        <Button onClick={() => void begin()}>{t('overview.begin', { year: unbegun })}</Button>
      </div>
    </Section>
  );
}
