import { signal } from '@preact/signals';
import { giveAnswer } from '#commands/give-answer.ts';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import { randomId } from '#crypto/random.ts';
import { formOf } from '#instruments/forms.ts';
import { parseAnswerLink, type AnswerLink } from '#records/links.ts';
import { createCardStore, type CardStore } from '#store/card-store.ts';
import { createAnswerStore, type AnswerStore } from '#store/answer-store.ts';
import { createBackoff } from '#sync/backoff.ts';
import { answerLockName, createAlone, deliverAnswers } from '#sync/deliver-answers.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import { reportKiosk } from '#sync/report-kiosk.ts';
import { dayOf } from '#i18n/local-day.ts';
import type { AnswerApp, AnswerPhase, Delivery, Draft, HandInResult } from './answer-app.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { fetchedCard, keptCard, type FoundCard } from './find-card.ts';
import { sealAnswer } from './seal-answer.ts';

const emptyDraft: Draft = { marks: {}, choices: {}, texts: {} };

/** The answering page without its screens: opens the link's round, holds one draft, hands in, delivers. */
export function createAnswerApp(deps: AnswerDeps): AnswerApp {
  const phase = signal<AnswerPhase>({ kind: 'loading' });
  const draft = signal<Draft>(emptyDraft);
  const delivery = signal<Delivery>({ kind: 'none' });
  const link = parseAnswerLink(deps.fragment);
  const origin = link === undefined ? null : mailboxOrigin(link, deps.pageOrigin);
  const alone = createAlone(deps.locks);
  const backoff = createBackoff(() => deps.now().getMilliseconds() / 1_000);
  let cards: CardStore | undefined;
  let store: AnswerStore | undefined;
  let token: string | undefined;
  let lock = '';
  let known: FoundCard | undefined;
  let stopped = false;
  let delivering = false;
  let deliverAgain = false;
  let handingIn: Promise<HandInResult> | undefined;
  /** An answer was handed in here, or found waiting from an earlier visit: then "sent" is news. */
  let isAwaited = false;
  const mode = link?.kioskSecret == null ? 'phone' : 'tablet';
  const stops: (() => void)[] = [];

  async function start(): Promise<void> {
    if (link === undefined) {
      phase.value = { kind: 'badLink' };
      return;
    }
    if (!deps.secureContext) {
      phase.value = { kind: 'insecure' };
      return;
    }
    try {
      cards ??= createCardStore(deps.storage);
      token ??= await linkToken(link);
      const kept = await keptCard(cards, link);
      if (kept !== undefined) await take(kept, link, token);
      if (origin === null) {
        if (kept === undefined) phase.value = { kind: 'unknownRound' };
        return;
      }
      const client = createAnswerClient(origin, deps.fetch);
      if (stopped) return;
      const search = await fetchedCard(cards, client, link, token);
      // What is known keeps working: a mailbox that is down or has forgotten takes no answer from anyone's hands.
      if (search.ok) await take(search.found, link, token);
      else if (kept === undefined) phase.value = { kind: search.why };
    } catch {
      if (phase.value.kind === 'loading') phase.value = { kind: 'noStorage' };
    }
  }

  async function take(found: FoundCard, of: AnswerLink, bearer: string): Promise<void> {
    if (stopped) return;
    const { card } = found;
    if (formOf(card.form, card.formVersion) === undefined) {
      phase.value = { kind: 'updateNeeded' };
      return;
    }
    if (store === undefined) {
      store = createAnswerStore(card.space, deps.storage);
      lock = answerLockName(card.space);
      await store.setLane({ round: of.round, origin, token: bearer, kiosk: randomId() });
      stops.push(store.observe(() => void showDelivery()));
      deliver();
    }
    known = found;
    lookAtDates();
  }

  /** A page that stays open for weeks meets the opening and the closing day too; who has begun may finish. */
  function lookAtDates(): void {
    const form = known === undefined ? undefined : formOf(known.card.form, known.card.formVersion);
    if (known === undefined || form === undefined || isStarted(draft.value)) return;
    const { card, opens, closes } = known;
    const today = dayOf(deps.now());
    if (today < opens) phase.value = { kind: 'notYetOpen', card, opens };
    else if (today > closes) phase.value = { kind: 'closed', card, closes };
    else if (phase.value.kind !== 'ready') phase.value = { kind: 'ready', card, form };
  }

  /** Two taps are one hand-in: the second waits for the first. */
  function handIn(): Promise<HandInResult> {
    handingIn ??= handInOnce().finally(() => {
      handingIn = undefined;
    });
    return handingIn;
  }

  async function handInOnce(): Promise<HandInResult> {
    const now = phase.value;
    if (now.kind !== 'ready' || store === undefined || link === undefined) {
      return { ok: false, why: 'failed' };
    }
    const { marks, choices, texts, ...child } = draft.value;
    const given = giveAnswer(
      {
        round: link.round,
        form: now.form,
        mode,
        services: now.card.services,
        marks,
        choices,
        texts,
        child,
      },
      { newId: randomId },
    );
    if (!given.ok) return given;
    try {
      const envelopes = await Promise.all(
        given.value.map((record) => sealAnswer(record, now.card, link.cardHash)),
      );
      await store.append(envelopes, { from: 'here', lane: link.round });
    } catch (error) {
      const full = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
      return { ok: false, why: full ? 'full' : 'failed' };
    }
    isAwaited = true;
    draft.value = emptyDraft;
    await showDelivery();
    deliver();
    return { ok: true };
  }

  async function showDelivery(): Promise<void> {
    if (store === undefined || stopped) return;
    const counts = Promise.all([store.outboxCount(link?.round ?? 'all'), store.asideRows()]);
    // A store that closes under a last look has nothing more to tell.
    const [waiting, aside] = await counts.catch(() => [undefined, []] as const);
    if (waiting === undefined) return;
    const refused = aside.filter((row) => row.envelope.round === link?.round).length;
    if (waiting > 0) isAwaited = true;
    if (waiting > 0 && origin === null) delivery.value = { kind: 'onDevice', count: waiting };
    else if (waiting > 0) delivery.value = { kind: 'waiting', count: waiting };
    else if (refused > 0) delivery.value = { kind: 'refused', count: refused };
    else delivery.value = { kind: isAwaited ? 'sent' : 'none' };
  }

  async function sendOnce(from: AnswerStore, to: string): Promise<string> {
    // The mailbox may take again what it had closed for: the coordinator can reopen it.
    await from.offerAside();
    const end = await deliverAnswers(from, deps.fetch, alone, lock, null, undefined, deps.now);
    if (mode === 'tablet' && link !== undefined) {
      await reportKiosk(from, createAnswerClient(to, deps.fetch), link.round);
    }
    return end;
  }

  /** Sends what waits, again and again with growing waits, until there is nothing left. */
  function deliver(): void {
    if (delivering) {
      deliverAgain = true; // The lane may have been found empty a moment ago.
      backoff.knock();
      return;
    }
    delivering = true;
    void (async () => {
      while (!stopped && store !== undefined && origin !== null) {
        deliverAgain = false;
        const end = await sendOnce(store, origin).catch(() => 'later');
        await showDelivery();
        if (stopped || deliverAgain) continue;
        if (end === 'drained') break;
        await backoff.wait();
      }
      backoff.reset();
      delivering = false;
    })();
  }

  const look = (): void => {
    lookAtDates();
    deliver();
  };
  stops.push(deps.onReturn(look));
  // A kiosk stands with its screen on for weeks; that it has nothing left is news after the closing, too.
  const hourly = setInterval(look, 3_600_000);
  stops.push(() => clearInterval(hourly));
  void start();

  return {
    phase,
    draft,
    delivery,
    mode,
    teamUrl: 'index.html',
    mark: (item, mark) => {
      const { [item]: _old, ...others } = draft.value.marks;
      draft.value = {
        ...draft.value,
        marks: mark === undefined ? others : { ...others, [item]: mark },
      };
    },
    choose: (item, options) => {
      draft.value = { ...draft.value, choices: { ...draft.value.choices, [item]: options } };
    },
    write: (item, text) => {
      draft.value = { ...draft.value, texts: { ...draft.value.texts, [item]: text } };
    },
    setChild: (child) => {
      draft.value = { ...draft.value, ...child };
    },
    handIn,
    startOver: () => {
      draft.value = emptyDraft;
      isAwaited = false;
      lookAtDates();
      void showDelivery();
    },
    retry: async () => {
      phase.value = { kind: 'loading' };
      await start();
    },
    stop: () => {
      stopped = true;
      for (const stop of stops) stop();
      backoff.knock();
      store?.close();
      cards?.close();
    },
  };
}

function mailboxOrigin(link: AnswerLink, pageOrigin: string): string | null {
  if (link.mailbox.at === 'none') return null;
  return link.mailbox.at === 'same' ? pageOrigin : link.mailbox.origin;
}

/** A kiosk writes under its own token and quota. */
function linkToken(link: AnswerLink): Promise<string> {
  return link.kioskSecret === null
    ? derivedToken(link.secret, purposes.answerToken)
    : derivedToken(link.kioskSecret, purposes.kioskToken);
}

function isStarted(draft: Draft): boolean {
  return draft !== emptyDraft;
}
