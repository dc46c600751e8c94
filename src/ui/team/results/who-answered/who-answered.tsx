import { breakdown } from '#projections/breakdown.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { groupName } from '#ui/team/results/breakdown/breakdown-table.ts';
import { useResults } from '#ui/team/results/results-context.ts';

/** "34 svar av omkring 80 familjer", and how they were given; what came after the closing waits here. */
export function WhoAnswered({ form }: { readonly form: 'parents' | 'children' }) {
  const text = useText();
  const { t, formats } = text;
  const { centre, view, year } = useResults();
  const toast = useToast();
  const { answered, families } = view.respondents[form];
  const waiting = view.waiting[form];
  if (answered === 0) return null;
  const modes =
    form === 'parents' ? breakdown(centre.ledger.value, year, 'mode')?.sizes : undefined;
  const told = [...(modes ?? [])].flatMap(([mode, cell]) =>
    cell.is === 'shown'
      ? [t('results:who.mode', { mode: groupName(text, 'mode', mode), count: cell.value })]
      : [],
  );
  const countThem = async (): Promise<void> => {
    if (await centre.resultsWork.countLater(form, year)) toast({ text: t('results:who.counted') });
  };
  return (
    <>
      <p class="results-note">
        {families === null
          ? t('results:who.answered', { count: answered })
          : t('results:who.ofFamilies', { count: answered, families })}
        {told.length === 0 ? null : ` ${t('results:who.modes', { modes: formats.list(told) })}`}
      </p>
      {waiting === 0 ? null : (
        <Notice
          title={t('results:who.laterTitle', { count: waiting })}
          actions={
            waiting < view.least ? undefined : (
              <Button onClick={() => void countThem()}>{t('results:who.countThem')}</Button>
            )
          }
        >
          {t('results:who.later', { least: view.least })}
        </Notice>
      )}
    </>
  );
}
