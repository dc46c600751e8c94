import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { ItemFigure } from '#ui/team/results/figures/item-figure.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { VerdictWord } from '#ui/team/results/verdict/verdict-word.tsx';
import { SetAsideNote } from '#ui/team/custody/set-aside-note.tsx';
import { WhoAnswered } from '#ui/team/results/who-answered/who-answered.tsx';
import { ItemActions } from './item-actions.tsx';
import { FormState, formState } from './form-state.tsx';

/** The children's voices: three questions, in counts. */
export function ChildrenSection() {
  const { t, form } = useText();
  const context = useResults();
  const { view, year } = context;
  const waits = formState('children', context) === 'stillOpen';
  return (
    <Section
      id="results-children"
      title={t('results:children.title')}
      lead={t('results:children.lead')}
    >
      <FormState form="children" />
      {waits ? null : <WhoAnswered form="children" />}
      <SetAsideNote count={view.setAside.children} />
      {view.children
        .filter(({ years }) => years.length > (waits ? 1 : 0))
        .map((trend) => (
          <Panel key={trend.item}>
            <Section
              level={3}
              title={form('children').text(trend.item)}
              actions={<VerdictWord trend={trend} year={year} />}
            >
              <ItemFigure
                trend={trend}
                year={year}
                least={view.least}
                actions={<ItemActions item={trend.item} form="children" />}
              />
            </Section>
          </Panel>
        ))}
    </Section>
  );
}
