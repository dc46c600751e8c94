import type { GoalTrend } from '#projections/views.ts';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { BreakdownPanel } from '#ui/team/results/breakdown/breakdown-panel.tsx';
import { ChooseGoal } from '#ui/team/results/choose-goal/choose-goal.tsx';
import { GoalFigure } from '#ui/team/results/figures/goal-figure.tsx';
import { ItemFigure } from '#ui/team/results/figures/item-figure.tsx';
import { ItemActions } from './item-actions.tsx';
import { OwnQuestions } from '#ui/team/results/own-questions/own-questions.tsx';
import { Quotes } from '#ui/team/results/quotes/quotes.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { VerdictWord } from '#ui/team/results/verdict/verdict-word.tsx';
import { SetAsideNote } from '#ui/team/custody/set-aside-note.tsx';
import { WhoAnswered } from '#ui/team/results/who-answered/who-answered.tsx';
import { FormState, formState } from './form-state.tsx';
import './sections.css';

/** The parents: the five goals and what they say of the child, each with the questions behind it; then their words. */
export function ParentsSection() {
  const { t } = useText();
  const context = useResults();
  const { view } = context;
  // An open round has a number and nothing else: no empty cards, unless earlier years fill them.
  const waits = formState('parents', context) === 'stillOpen';
  return (
    <Section
      id="results-parents"
      title={t('results:parents.title')}
      lead={t('results:parents.lead')}
    >
      <FormState form="parents" />
      {waits ? null : <WhoAnswered form="parents" />}
      <SetAsideNote count={view.setAside.parents} />
      {view.parentGoals
        .filter(({ years }) => years.length > (waits ? 1 : 0))
        .map((trend) => (
          <GoalPanel key={trend.goal} trend={trend} />
        ))}
      <OwnQuestions />
      <BreakdownPanel />
      <Quotes />
    </Section>
  );
}

function GoalPanel({ trend }: { readonly trend: GoalTrend }) {
  const { t, form } = useText();
  const { view, year } = useResults();
  const name = t(`results:goalNames.${trend.goal}`);
  const items = view.parentItems.filter(({ item }) => trend.items.includes(item));
  return (
    <Panel>
      <Section level={3} title={name} actions={<VerdictWord trend={trend} year={year} />}>
        <GoalFigure
          trend={trend}
          year={year}
          least={view.least}
          actions={<ChooseGoal subject={{ kind: 'goal', id: trend.goal }} />}
        />

        <details class="results-more">
          <summary>{t('results:parents.items', { count: items.length, name })}</summary>
          <div class="results-items">
            {items.map((one) => (
              <article class="results-item" key={one.item}>
                <div class="results-item-head">
                  <h4>{form('parents').text(one.item)}</h4>
                </div>
                <ItemFigure
                  trend={one}
                  year={year}
                  least={view.least}
                  actions={<ItemActions item={one.item} form="parents" />}
                />
              </article>
            ))}
          </div>
        </details>
      </Section>
    </Panel>
  );
}
