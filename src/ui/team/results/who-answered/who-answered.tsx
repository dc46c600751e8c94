import { breakdown } from '#projections/breakdown.ts';
import { respondentsBehind } from '#projections/respondents-behind.ts';
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
  const { waiting, mayCount, onTheirWay } = view.later[form];
  if (answered + waiting === 0) return null;
  const items = form === 'parents' ? view.parentItems : view.children;
  const isFewerBehind = items.some(({ years }) =>
    years.some((one) => one.year === year && one.spread.shown && respondentsBehind(one) < answered),
  );
  let told = answered;
  const groups = (['mode', 'homeLanguage'] as const).flatMap((dimension) => {
    const table = form === 'parents' ? breakdown(centre.ledger.value, year, dimension) : undefined;
    const sizes = table?.sizes;
    told = table?.respondents ?? told;
    const named = [...(sizes ?? [])].flatMap(([group, cell]) =>
      cell.is === 'shown'
        ? [t('results:who.group', { group: wordsOf(text, dimension, group), count: cell.value })]
        : [],
    );
    if (named.length === 0) return [];
    const isHidden = [...(sizes ?? [])].some(([, cell]) => cell.is === 'hidden');
    const all = isHidden ? [...named, t('results:who.rest')] : named;
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
        {groups.length > 0 && told < answered
          ? ` ${t('results:who.ofFirst', { count: told })}`
          : ''}
        {groups.map((sentence) => ` ${sentence}`)}
        {isFewerBehind ? ` ${t('results:who.fewerBehind')}` : ''}
        {onTheirWay === 0 ? '' : ` ${t('results:who.onTheirWay', { count: onTheirWay })}`}
      </p>
      {waiting === 0 ? null : (
        <Notice
          title={t('results:who.laterTitle', { count: waiting })}
          actions={
            mayCount ? (
              <Button onClick={() => void countThem()}>{t('results:who.countThem')}</Button>
            ) : undefined
          }
        >
          {t(mayCount && waiting < view.least ? 'results:who.laterTogether' : 'results:who.later', {
            least: view.least,
          })}
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
