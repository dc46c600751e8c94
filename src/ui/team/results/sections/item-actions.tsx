import type { FormId } from '#instruments/form.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { ChooseGoal } from '#ui/team/results/choose-goal/choose-goal.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { pathTo } from '#ui/team/session/paths.ts';

/** What can be done with one question: read all its years, or choose it as a goal. */
export function ItemActions({ item, form: id }: { readonly item: string; readonly form: FormId }) {
  const { t, form } = useText();
  const { year } = useResults();
  return (
    <>
      <a
        class="results-all-years"
        href={pathTo.resultsItem(year, item)}
        aria-label={t('results:item.openName', { name: form(id).heading(item) })}
      >
        {t('results:item.open')}
      </a>
      <ChooseGoal subject={{ kind: 'item', id: item, form: id }} />
    </>
  );
}
