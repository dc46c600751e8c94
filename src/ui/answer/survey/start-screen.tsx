import type { AnswerPhase } from '#app/answer/answer-app.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { DeliveryStatus } from '#ui/answer/thanks/delivery-status.tsx';
import { BeginWays } from './begin-ways.tsx';
import { InterviewSwitch } from './interview-switch.tsx';
import './start-screen.css';

type Card = Extract<AnswerPhase, { kind: 'ready' }>['card'];

const points = {
  parents: ['anonymous', 'skip', 'offline'],
  reflection: ['minutes', 'skip', 'spread', 'small'],
  children: [],
} as const;

/** What this is, what to know before one begins, who is responsible, and the way in. */
export function StartScreen({ card, first }: { readonly card: Card; readonly first: string }) {
  const { app, text } = usePage();
  const heading = useHeadingFocus('start');
  const { name, contact } = card.responsible;
  const isUnsaved = app.isUnsaved.value;
  const isBegun = app.found.value !== undefined;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {text.t('start.year', { title: text.form('title') ?? '', year: card.year })}
      </h1>
      {/* Whoever has begun already has read this. */}
      {!isBegun && (
        <>
          <p class="start-lead">{text.form('intro')}</p>
          <ul class="start-points">
            {points[card.form]
              .filter((point) => point !== 'offline' || !isUnsaved)
              .map((point) => (
                <li key={point}>{text.t(`start.${point}`)}</li>
              ))}
          </ul>
        </>
      )}
      {isUnsaved && <p class="notice">{text.t('start.unsaved')}</p>}
      {/* Who comes back to the page is told how it went with what was handed in before. */}
      {app.mode === 'phone' && app.delivery.value.kind !== 'none' && <DeliveryStatus />}
      <BeginWays form={card.form} first={first} onGone={() => heading.current?.focus()} />
      {card.form === 'parents' && !isBegun && <InterviewSwitch />}
      <details class="responsible">
        <summary>{text.t('start.responsible')}</summary>
        <p>{text.t('start.responsibleIs', { name, contact })}</p>
      </details>
    </>
  );
}
