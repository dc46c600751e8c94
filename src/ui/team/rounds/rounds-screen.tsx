import type { FormId } from '#instruments/form.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { FormRounds } from './form-rounds.tsx';

const forms: readonly FormId[] = ['parents', 'children', 'reflection'];

interface RoundsProps {
  readonly centre: OpenCentre;
  readonly year: number;
}

/** The three surveys of a year: opening, sharing, following and closing each. */
export function RoundsScreen({ centre, year }: RoundsProps) {
  const { t } = useText();
  const begun = centre.years.value.includes(year);
  return (
    <Page title={t('rounds.title')} above={`${t('nav.year')} ${year}`} lead={t('rounds.lead')}>
      {!centre.loaded.value || begun ? null : <Notice>{t('rounds.withoutYear', { year })}</Notice>}
      {centre.loaded.value
        ? forms.map((form) => <FormRounds key={form} centre={centre} year={year} form={form} />)
        : null}
    </Page>
  );
}
