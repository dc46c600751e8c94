import type { Verdict } from '#projections/views.ts';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { judgedSubjects } from './judged-subjects.ts';
import './verdicts.css';

const order: readonly Verdict[] = ['better', 'worse', 'cannotTell', 'notComparable', 'tooFew'];

/** What rose, what fell and what cannot be told: the parents' goals and the children's questions, in words. */
export function Verdicts() {
  const text = useText();
  const { t } = text;
  const { view } = useResults();
  const subjects = judgedSubjects(text, view);
  if (subjects.length === 0) return null;
  return (
    <Section title={t('results:verdicts.title')} lead={t('results:verdicts.lead')}>
      <dl class="verdicts">
        {order.map((verdict) => {
          const names = subjects.filter((one) => one.verdict === verdict);
          if (names.length === 0) return null;
          return (
            <div class={`verdicts-group verdicts-${verdict}`} key={verdict}>
              <dt>{t(`results:verdicts.${verdict}`)}</dt>
              {names.map(({ id, name }) => (
                <dd key={id}>{name}</dd>
              ))}
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
