import type { Translate } from '#i18n/translator.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import type { Step, StepId, StepWords } from './year-steps.ts';
import './step-list.css';

function wordsOf(words: StepWords, t: Translate, day: (day: string) => string): string {
  switch (words.key) {
    case 'planned':
      return t('overview.state.planned', { day: day(words.day) });
    case 'open':
      return t('overview.state.open', { day: day(words.day), count: words.count });
    case 'ended':
    case 'closed':
    case 'dialogueReady':
    case 'dialogueLeft':
    case 'goalsSome':
    case 'goalsMore':
      return t(`overview.state.${words.key}`, { count: words.count });
    case 'goalsMany':
      return t('overview.state.goalsMany', { count: words.count });
    case 'notOpened':
    case 'dialogueWaits':
    case 'dialogueDone':
    case 'resultsEmpty':
    case 'resultsSome':
    case 'goalsNone':
    case 'goalsDone':
      return t(`overview.state.${words.key}`);
  }
}

function placeOf(id: StepId, year: number): string {
  if (id === 'dialogue' || id === 'results' || id === 'goals') return pathTo[id](year);
  return pathTo.rounds(year);
}

/** The year's steps, one line each: what it is and how it stands. The whole line leads there. */
export function StepList(props: { readonly steps: readonly Step[]; readonly year: number }) {
  const { t, formats } = useText();
  return (
    <ol class="step-list">
      {props.steps.map((step) => (
        <li key={step.id} class={`step step-${step.progress}`}>
          <a class="step-link" href={placeOf(step.id, props.year)}>
            <span class="step-mark" aria-hidden="true" />
            <span class="step-words">
              <span class="step-name">{t(`overview.step.${step.id}`)}</span>
              <span class="step-state">{wordsOf(step.words, t, formats.dayShort)}</span>
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
