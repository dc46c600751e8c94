import { breakdown } from '#projections/breakdown.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { groupName } from '#ui/team/results/breakdown/breakdown-table.ts';
import { useResults } from '#ui/team/results/results-context.ts';

/** "34 svar av omkring 80 familjer", how they were given and in which homes' languages; what came later waits here. */
export function WhoAnswered({ form }: { readonly form: 'parents' | 'children' }) {
  const text = useText();
  const { t, formats } = text;
  const { centre, view, year } = useResults();
  const toast = useToast();
  const { answered, families } = view.respondents[form];
  const waiting = view.waiting[form];
  if (answered === 0) return null;
  const groups = (['mode', 'homeLanguage'] as const).flatMap((dimension) => {
    const sizes =
      form === 'parents' ? breakdown(centre.ledger.value, year, dimension)?.sizes : undefined;
    const told = [...(sizes ?? [])].flatMap(([group, cell]) =>
      cell.is === 'shown'
        ? [t('results:who.group', { group: wordsOf(text, dimension, group), count: cell.value })]
        : [],
    );
    if (told.length === 0) return [];
    const isHidden = [...(sizes ?? [])].some(([, cell]) => cell.is === 'hidden');
    const all = isHidden ? [...told, t('results:who.rest')] : told;
    return [t(`results:who.${dimension}`, { groups: formats.list(all) })];
  });
  const countThem = async (): Promise<void> => {
    if (await centre.resultsWork.countLater(form, year)) toast({ text: t('results:who.counted') });
  };
  return (
    <>
      <p class="results-note">
        {families === null
          ? t('results:who.answered', { count: answered })
          : t('results:who.ofFamilies', { count: answered, families })}
        {groups.map((sentence) => ` ${sentence}`)}
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

/** A group's name inside a sentence. */
function wordsOf(text: Text, dimension: 'mode' | 'homeLanguage', group: string): string {
  switch (group) {
    case 'swedish':
    case 'another':
    case 'several':
      return text.t(`results:who.language.${group}`);
    default:
      return groupName(text, dimension, group);
  }
}
