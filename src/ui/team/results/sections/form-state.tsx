import type { FormId } from '#instruments/form.ts';
import { minRevealRespondents } from '#projections/suppression.ts';
import type { Withheld } from '#projections/views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults, type ResultsContext } from '#ui/team/results/results-context.ts';
import { pathTo } from '#ui/team/session/paths.ts';

/** Why this year's answers to a form are not shown yet and what makes them appear; nothing where they are. */
export function FormState({ form }: { readonly form: FormId }) {
  const { t } = useText();
  const context = useResults();
  const { view, year } = context;
  const why = formState(form, context);
  if (why === null) return null;
  const count = why === 'onTheWay' ? view.later[form].onTheirWay : view.respondents[form].answered;
  const least = form === 'reflection' ? minRevealRespondents : view.least;
  const action =
    why === 'notRevealed' ? (
      <ButtonLink href={pathTo.dialogue(year)}>{t('results:reflection.toDialogue')}</ButtonLink>
    ) : why === 'nothing' ? (
      <ButtonLink href={pathTo.history(year, form)}>{t('results:state.toHistory')}</ButtonLink>
    ) : undefined;
  return (
    <Notice
      title={t(`results:state.${titleOf(why, count, least)}Title`, { year })}
      actions={action}
    >
      {t(`results:state.${reasonOf(why, count, least, view.later[form].waiting)}`, {
        count,
        year,
        least,
      })}
      {why === 'stillOpen' && form === 'parents' ? ` ${t('results:state.textsAlready')}` : null}
    </Notice>
  );
}

/** As many as it takes may have answered, and still too few each question. */
function titleOf(why: Withheld, count: number, least: number): Withheld | 'tooFewRated' {
  return why === 'tooFew' && count >= least ? 'tooFewRated' : why;
}

function reasonOf(
  why: Withheld,
  count: number,
  least: number,
  waiting: number,
): Withheld | 'tooFewRated' | 'tooFewLater' {
  const is = titleOf(why, count, least);
  return is === 'tooFew' && waiting > 0 ? 'tooFewLater' : is;
}

/** Why nothing of a form's year is shown, or null where something is. */
export function formState(
  form: FormId,
  { view, year, centre }: Pick<ResultsContext, 'view' | 'year' | 'centre'>,
): Withheld | null {
  const items =
    form === 'reflection' ? view.statements : form === 'parents' ? view.parentItems : view.children;
  const spreads = items.flatMap(({ years }) => years.filter((one) => one.year === year));
  // Joint positions set without a round are results too.
  if (spreads.some(({ spread, position }) => spread.shown || position !== null)) return null;
  const [first] = spreads;
  if (first !== undefined && !first.spread.shown) return first.spread.why;
  const open = centre.rounds.value.some(
    (round) => round.form === form && round.year === year && !round.closed,
  );
  return open && form !== 'reflection' ? 'stillOpen' : 'nothing';
}
