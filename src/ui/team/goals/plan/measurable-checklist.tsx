import type { GoalPlan } from '#projections/goal-plan.ts';
import { measurableSigns, measurableSignsOf } from '#projections/measurable.ts';
import type { PriorityGoal } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import './plan.css';

interface MeasurableChecklistProps {
  readonly goal: PriorityGoal;
  readonly plan: GoalPlan;
}

/** What makes a goal possible to follow up, ticked as it is written. It helps and hinders nothing. */
export function MeasurableChecklist({ goal, plan }: MeasurableChecklistProps) {
  const { t } = useText();
  const has = measurableSignsOf(goal, plan);
  return (
    <div class="plan-checklist">
      <h3>{t('meeting:signs.title')}</h3>
      <ul class="plan-signs">
        {measurableSigns.map((sign) => (
          <li key={sign} class={has.has(sign) ? 'plan-sign' : 'plan-sign-missing'}>
            <span aria-hidden="true">{has.has(sign) ? '✓' : '○'}</span>
            <span>
              {t(`meeting:signs.${sign}`)}
              <VisuallyHidden>
                : {t(has.has(sign) ? 'meeting:signs.has' : 'meeting:signs.lacks')}
              </VisuallyHidden>
            </span>
          </li>
        ))}
      </ul>
      <p class="plan-sign-missing">{t('meeting:signs.noGate')}</p>
    </div>
  );
}
