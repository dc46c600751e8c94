import { usePage } from '#ui/answer/page/page-context.ts';

/** The section of the centre's own questions (src/records/round-form.ts). */
const localSection = 'local';

/** The heading of a section: the form's own words, or whose questions they are. */
export function useSectionTitle(): (section: string) => string {
  const { app, text } = usePage();
  const phase = app.phase.value;
  const centre = 'card' in phase ? phase.card.centre : '';
  return (section) =>
    section === localSection
      ? text.t('local.title', { centre })
      : (text.form(`sections.${section}.title`) ?? '');
}
