import type { AreaTrend, ItemTrend } from '#projections/views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { ChooseGoal } from '#ui/team/results/choose-goal/choose-goal.tsx';
import { AreaFigure } from '#ui/team/results/figures/area-figure.tsx';
import { StatementFigure } from '#ui/team/results/figures/statement-figure.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { SetAsideNote } from '#ui/team/custody/set-aside-note.tsx';
import { ItemActions } from './item-actions.tsx';
import { FormState, formState } from './form-state.tsx';
import './sections.css';
import { pathTo } from '#ui/team/session/paths.ts';

/** The self-reflection: its areas, and inside each its statements. */
export function ReflectionSection() {
  const { t } = useText();
  const context = useResults();
  const { view, year } = context;
  const placed = view.areas.some(({ years }) => years.some((one) => one.year === year));
  return (
    <Section id="results-reflection" title={t('results:reflection.title')}>
      <FormState form="reflection" />
      <SetAsideNote count={view.setAside.reflection} />
      {placed || formState('reflection', context) !== null ? null : (
        <Notice
          title={t('results:reflection.noneTitle', { year })}
          actions={
            <ButtonLink href={pathTo.dialogue(year)}>
              {t('results:reflection.toDialogue')}
            </ButtonLink>
          }
        >
          {t('results:reflection.none')}
        </Notice>
      )}
      {view.areas
        .filter(({ years }) => years.length > 0)
        .map((trend) => (
          <AreaPanel key={trend.area} trend={trend} />
        ))}
    </Section>
  );
}

function AreaPanel({ trend }: { readonly trend: AreaTrend }) {
  const { t, form } = useText();
  const { view, year } = useResults();
  const statements = view.statements.filter(
    ({ item, years }) => trend.items.includes(item) && years.length > 0,
  );
  const name = form('reflection').section(trend.area);
  return (
    <Panel>
      <Section level={3} title={name}>
        <AreaFigure
          trend={trend}
          year={year}
          least={view.least}
          actions={<ChooseGoal subject={{ kind: 'area', id: trend.area }} />}
        />

        <details class="results-more">
          <summary>
            {t('results:reflection.statements', { count: statements.length, name })}
          </summary>
          <p class="results-key">{t('results:reflection.key')}</p>
          <div class="results-items">
            {statements.map((one) => (
              <Statement key={one.item} trend={one} />
            ))}
          </div>
        </details>
      </Section>
    </Panel>
  );
}

function Statement({ trend }: { readonly trend: ItemTrend }) {
  const { t, form } = useText();
  const { year, view } = useResults();
  const newest = trend.years.find((one) => one.year === year);
  return (
    <article class="results-item">
      <div class="results-item-head">
        <h4>{form('reflection').heading(trend.item)}</h4>
      </div>
      <p class="results-claim">{form('reflection').text(trend.item)}</p>
      <StatementFigure
        trend={trend}
        year={year}
        least={view.least}
        actions={<ItemActions item={trend.item} form="reflection" />}
      />
      {newest === undefined || newest.comment === '' ? null : (
        <p class="results-comment">
          <strong>{t('results:reflection.comment')}</strong> {newest.comment}
        </p>
      )}
    </article>
  );
}
