import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import './opening.css';

/** The ways to what can be prepared before a survey opens: the centre's own questions, and voices. */
export function RoundPreparation({
  centre,
  form,
}: {
  readonly centre: OpenCentre;
  readonly form: 'parents' | 'children';
}) {
  const { t } = useText();
  const own = centre.questions.list.value.length;
  const voices = t('questions:links.voices');
  return (
    <nav
      class="round-preparation"
      aria-label={`${t('questions:links.label')}: ${t(`forms.${form}`)}`}
    >
      {form === 'parents' ? (
        <ButtonLink kind="quiet" href={pathTo.questions()}>
          {t('questions:links.own', { count: own })}
        </ButtonLink>
      ) : null}
      <ButtonLink
        kind="quiet"
        href={pathTo.voices(form)}
        label={`${voices}: ${t(`forms.${form}`)}`}
      >
        {voices}
      </ButtonLink>
    </nav>
  );
}
