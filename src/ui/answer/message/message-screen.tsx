import type { AnswerPhase } from '#app/answer/answer-app.ts';
import { dayIn } from '#i18n/answer-dates.ts';
import type { AnswerText } from '#i18n/answer-text.ts';
import { FrameHead } from '#ui/answer/frame/survey-frame.tsx';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { DeliveryStatus } from '#ui/answer/thanks/delivery-status.tsx';
import { Face } from '#ui/parts/face/face.tsx';
import './message-screen.css';

type MessagePhase = Exclude<AnswerPhase, { kind: 'ready' }>;

function bodyOf(phase: MessagePhase, text: AnswerText): string {
  switch (phase.kind) {
    case 'notYetOpen':
      return text.t('message.notYetOpen.body', { date: dayIn(text.language, phase.opens) });
    default:
      return text.t(`message.${phase.kind}.body`);
  }
}

/** Everything but a survey: what has happened, in plain words, and the one thing to do next. */
export function MessageScreen({
  phase,
  onRetry,
}: {
  readonly phase: MessagePhase;
  /** What did not come is only a part of the page: how it is asked for again. */
  readonly onRetry?: () => void;
}) {
  const { app, text } = usePage();
  const heading = useHeadingFocus(phase.kind);
  const reload = () => location.reload();
  const action = {
    // Texts that did not come while the survey itself did: only a fresh load fetches them again.
    unreachable:
      onRetry ?? (() => (app.phase.value.kind === 'ready' ? reload() : void app.retry())),
    noStorage: reload,
    updateNeeded: reload,
  };
  const kind = phase.kind;
  const message = (
    <main class="message">
      {kind !== 'loading' && (
        <Face feeling={kind === 'closed' || kind === 'notYetOpen' ? 'happy' : 'soSo'} />
      )}
      <h1 ref={heading} tabIndex={-1}>
        {text.t(`message.${kind}.title`)}
      </h1>
      <p role={kind === 'loading' ? 'status' : undefined}>{bodyOf(phase, text)}</p>
      {/* Whoever comes back to a closed survey may still have an answer on the way. */}
      {kind === 'closed' && app.delivery.value.kind !== 'none' && <DeliveryStatus />}
      {(kind === 'unreachable' || kind === 'noStorage' || kind === 'updateNeeded') && (
        <button class="button" type="button" onClick={action[kind]}>
          {text.t(`message.${kind}.action`)}
        </button>
      )}
    </main>
  );
  // A part of a survey that did not come stands in that survey's frame.
  if (onRetry !== undefined) return message;
  return (
    <div class="frame">
      {kind === 'loading' ? (
        <header class="frame-head" />
      ) : (
        <FrameHead centre={'card' in phase ? phase.card.centre : ''} />
      )}
      {message}
    </div>
  );
}
