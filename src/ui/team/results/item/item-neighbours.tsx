import type { FormId } from '#instruments/form.ts';
import type { ItemTrend, ResultsView } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

interface ItemNeighboursProps {
  readonly view: ResultsView;
  readonly item: string;
  readonly form: FormId;
}

/** The way to the question before and to the one after, in the form's order. */
export function ItemNeighbours({ view, item, form: id }: ItemNeighboursProps) {
  const { t, form } = useText();
  const ofForm: readonly ItemTrend[] =
    id === 'reflection' ? view.statements : id === 'parents' ? view.parentItems : view.children;
  const items = ofForm.filter(({ years }) => years.length > 0).map((trend) => trend.item);
  const at = items.indexOf(item);
  const link = (target: string | undefined, way: 'previous' | 'next') =>
    target === undefined ? null : (
      <a class={`item-${way}`} href={pathTo.resultsItem(view.year, target)}>
        <span>{t(`results:item.${way}`)}</span> {form(id).heading(target)}
      </a>
    );
  return (
    <nav class="item-neighbours" aria-label={t('results:item.neighbours')}>
      {link(at > 0 ? items[at - 1] : undefined, 'previous')}
      {link(items[at + 1], 'next')}
    </nav>
  );
}
