import type { OwnQuestion, Withheld } from '#projections/views.ts';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { AgreeFigure } from './agree-figure.tsx';
import { ChoiceFigure } from './choice-figure.tsx';

/** The centre's own questions of the year, each with its answers or why they are not shown. */
export function OwnQuestions() {
  const { t } = useText();
  const { view, year } = useResults();
  const { ownQuestions } = view;
  if (ownQuestions.length === 0) return null;
  const isReworded = new Set(ownQuestions.map(({ id }) => id)).size < ownQuestions.length;
  return (
    <Panel>
      <Section
        level={3}
        title={t('questions:results.title', { year })}
        lead={t('questions:results.lead')}
      >
        {isReworded ? <p class="results-note">{t('questions:results.reworded')}</p> : null}
        <div class="results-items">
          {ownQuestions.map((question) => (
            <article class="results-item" key={question.key}>
              <div class="results-item-head">
                <h4 lang="sv">{question.text}</h4>
              </div>
              <Answers question={question} />
            </article>
          ))}
        </div>
      </Section>
    </Panel>
  );
}

function Answers({ question }: { readonly question: OwnQuestion }) {
  const text = useText();
  const { year, view } = useResults();
  switch (question.kind) {
    case 'agree':
      return question.spread.shown ? (
        <AgreeFigure title={question.text} year={year} spread={question.spread.value} />
      ) : (
        <p class="results-note">{withheldWords(text, question.spread.why, view.least)}</p>
      );
    case 'choice':
      return question.chosen.shown ? (
        <ChoiceFigure
          title={question.text}
          options={question.options}
          chosen={question.chosen.value}
        />
      ) : (
        <p class="results-note">{withheldWords(text, question.chosen.why, view.least)}</p>
      );
    case 'text':
      return <p class="results-note">{text.t('questions:results.textBelow')}</p>;
  }
}

function withheldWords({ t }: Text, why: Withheld, least: number): string {
  if (why === 'onTheWay') return t('results:withheldShort.onTheWay');
  const known = why === 'stillOpen' || why === 'tooFew' || why === 'nothing' ? why : 'other';
  return t(`questions:results.withheld.${known}`, { least });
}
