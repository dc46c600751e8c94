import type { OpenCentre } from '#app/team/team-app.ts';
import { itemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { mayBeKept } from '#projections/kept-years.ts';
import type { RetentionView } from '#projections/retention-views.ts';
import { useText } from '#ui/parts/text/text.tsx';

interface ContentsProps {
  readonly centre: OpenCentre;
  readonly view: RetentionView;
}

/** What a purge takes away and what it leaves, side by side. */
export function PurgeContents({ centre, view }: ContentsProps) {
  const { t } = useText();
  const { form, year, rounds } = view;
  const results = centre.results(year);
  const { least } = results;
  const sum = (of: (round: (typeof rounds)[number]) => number): number =>
    rounds.reduce((total, round) => total + of(round), 0);
  const answers = sum(({ answered }) => answered);
  const texts = sum(({ textCount }) => textCount);
  const aside = results.setAside[form];
  const kept = keptItems(results, form, year);
  return (
    <div class="purge-lists">
      <div class="purge-list">
        <h2>{t('custody:purge.gone')}</h2>
        <ul>
          <li>{t('custody:purge.goneAnswers', { count: answers })}</li>
          {texts === 0 ? null : <li>{t('custody:purge.goneTexts', { count: texts })}</li>}
          {aside === 0 ? null : <li>{t('custody:purge.goneAside', { count: aside })}</li>}
          {form === 'reflection' ? <li>{t('custody:purge.goneSpread', { least })}</li> : null}
          {form === 'parents' && results.ownQuestions.length > 0 ? (
            <li>{t('questions:results.purged')}</li>
          ) : null}
          <li>{t('custody:purge.goneKey')}</li>
        </ul>
      </div>
      <div class="purge-list">
        <h2>{t('custody:purge.stays')}</h2>
        <ul>
          <li>{t('custody:purge.staysAnswered', { count: results.respondents[form].answered })}</li>
          <li>
            {kept === 0
              ? t('custody:purge.staysNone', { least })
              : t('custody:purge.staysItems', { count: kept, least })}
          </li>
          {form === 'reflection' ? <li>{t('custody:purge.staysPositions')}</li> : null}
          <li>{t('custody:purge.staysGoals')}</li>
        </ul>
        {form === 'reflection' ? null : <p>{t('custody:purge.same')}</p>}
      </div>
    </div>
  );
}

function keptItems(results: ReturnType<OpenCentre['results']>, form: FormId, year: number): number {
  const trends =
    form === 'reflection'
      ? results.statements
      : form === 'parents'
        ? results.parentItems
        : results.children;
  const items = new Map(itemsOf(currentForm(form)).map((item) => [item.id, item]));
  return trends.filter(({ item, years }) => {
    const one = years.find((each) => each.year === year);
    const scale = items.get(item);
    return scale?.kind === 'scale' && one !== undefined && mayBeKept(form, scale, one.spread);
  }).length;
}
