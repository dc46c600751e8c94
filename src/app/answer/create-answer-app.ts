import { signal } from '@preact/signals';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import { formOf } from '#instruments/forms.ts';
import { parseAnswerLink, type AnswerLink } from '#records/links.ts';
import { roundForm } from '#records/round-form.ts';
import { dayOf } from '#i18n/local-day.ts';
import type { AnswerApp, AnswerPhase, Delivery } from './answer-app.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { createDevice } from './create-device.ts';
import { createDraft } from './create-draft.ts';
import { createHandIn } from './create-hand-in.ts';
import { fetchedCard, openRow, type FoundCard } from './find-card.ts';
import type { Desk } from './open-desk.ts';
import { createSettling } from './settle-draft.ts';

/**
 * The answering page without its screens: opens the link's round, holds one draft, hands in, delivers. What shows the
 * questions is here; what seals, keeps and sends comes behind it (open-desk.ts), while the person reads.
 */
export function createAnswerApp(deps: AnswerDeps): AnswerApp {
  const phase = signal<AnswerPhase>({ kind: 'loading' });
  const delivery = signal<Delivery>({ kind: 'none' });
  const isWhole = signal(false);
  const link = parseAnswerLink(deps.fragment);
  const origin = link === undefined ? null : mailboxOrigin(link, deps.pageOrigin);
  const mode = link?.kioskSecret == null ? 'phone' : 'tablet';
  const device = createDevice(deps, link);
  const draft = createDraft(device.drafts);
  let token: Promise<string> | undefined;
  let known: FoundCard | undefined;
  let opening: Promise<Desk | undefined> | undefined;
  let isStopped = false;
  const stops: (() => void)[] = [];
  const settle = createSettling(draft, device, desk);

  async function start(): Promise<void> {
    if (link === undefined) {
      phase.value = { kind: 'badLink' };
      return;
    }
    if (!deps.secureContext) {
      phase.value = { kind: 'insecure' };
      return;
    }
    token ??= linkToken(link);
    const bearer = token;
    // Disk and network are asked at once: on a slow network the card is what everything waits for.
    const searching =
      origin === null
        ? undefined
        : bearer.then((text) => fetchedCard(deps.fetch, origin, link, text));
    const left = await device.look();
    if (!left.isKnown) device.whenBack().then(askAgain, () => undefined);
    const card = left.isKnown ? left.card : undefined;
    const kept = card && (await openRow(card, link));
    if (isStopped) return;
    if (kept !== undefined) {
      known = kept;
      await settle(left);
      take(kept);
    }
    if (searching === undefined) {
      const why = device.isDenied.value ? 'noStorage' : 'unknownRound';
      if (kept === undefined || device.isDenied.value) phase.value = { kind: why };
      return;
    }
    const search = await searching;
    // What is known keeps working: a mailbox that is down or has forgotten takes no answer from anyone's hands.
    if (!search.ok && kept === undefined) phase.value = { kind: search.why };
    if (!search.ok) return;
    if (isStopped) return;
    device.keepCard(search.found.row);
    if (kept === undefined) {
      known = search.found;
      await settle(left);
    }
    take(search.found);
  }

  /** A storage that was denied, or did not answer, may have come back; what it holds is met then. */
  async function askAgain(): Promise<void> {
    if (!device.isDenied.value || isStopped) return;
    const left = await device.look();
    if (!left.isKnown) return;
    if (known !== undefined) device.keepCard(known.row);
    if (!draft.isBegun()) await settle(left);
    void opening?.then((open) => open?.deliver()).catch(() => undefined);
  }

  function take(found: FoundCard): void {
    if (isStopped) return;
    known = found;
    lookAtDates();
    if (phase.value.kind !== 'updateNeeded') void later(look);
  }

  /** A page that stays open for weeks meets the opening and the closing day too; who has begun may finish. */
  function lookAtDates(): void {
    // What was refused on a close look stays refused, however often it is looked at.
    if (known === undefined || draft.isBegun() || phase.value.kind === 'cardRefused') return;
    const { card, opens, closes } = known;
    const form = formOf(card.form, card.formVersion);
    const today = dayOf(deps.now());
    if (form === undefined) phase.value = { kind: 'updateNeeded' };
    else if (today < opens) phase.value = { kind: 'notYetOpen', card, opens };
    else if (today > closes) phase.value = { kind: 'closed', card, closes };
    else if (phase.value.kind !== 'ready') {
      phase.value = { kind: 'ready', card, form: roundForm(form, card) };
    }
  }

  /** Asked for again where its code did not come: the network may be back. */
  async function desk(): Promise<Desk | undefined> {
    if (known === undefined) return undefined;
    opening ??= openDesk().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function openDesk(): Promise<Desk | undefined> {
    if (link === undefined || known === undefined || token === undefined) return undefined;
    const { card } = known;
    const { openDesk: open } = await (deps.loadDesk ?? loadDesk)();
    const tell = (now: Delivery): void => {
      delivery.value = now;
    };
    const opened = await open({
      deps,
      link,
      origin,
      card,
      tell,
      token: await token,
      cards: device.cards,
      isDenied: () => device.isDenied.value,
    });
    if (opened === undefined) phase.value = { kind: 'cardRefused' };
    else if (isStopped) opened.stop();
    else stops.push(opened.stop);
    isWhole.value = opened !== undefined;
    return opened;
  }

  async function later(work: () => void): Promise<void> {
    await deps.quiet;
    if (!isStopped) work();
  }

  function look(): void {
    lookAtDates();
    void device.sweep();
    void askAgain();
    if (known === undefined) return;
    const wasOpen = opening !== undefined;
    desk().then(
      (open) => wasOpen && open?.deliver(),
      () => undefined,
    );
  }

  const handIn = createHandIn({ phase, draft, device, mode, desk, askAgain });

  // A kiosk stands with its screen on for weeks; that it has nothing left is news after the closing, too.
  const hourly = setInterval(look, 3_600_000);
  stops.push(deps.onReturn(look), () => clearInterval(hourly));
  const stopLeaving = deps.onLeave?.(() => void device.drafts?.flush());
  if (stopLeaving !== undefined) stops.push(stopLeaving);
  void start();

  return {
    phase,
    draft: draft.value,
    delivery,
    mode,
    interview: draft.interview,
    setInterview: draft.setInterview,
    isWhole,
    isUnsaved: device.isDenied,
    canSendUnsaved: origin !== null,
    isHandedIn: device.isHandedIn,
    welcomeAnother: () => {
      device.isHandedIn.value = false;
    },
    found: draft.found,
    continueDraft: draft.goOn,
    dropDraft: draft.drop,
    notePlace: draft.notePlace,
    mark: draft.mark,
    choose: draft.choose,
    write: draft.write,
    setChild: draft.setChild,
    handIn,
    startOver: () => {
      void draft.clear();
      device.isHandedIn.value = false;
      void opening?.then((open) => open?.startOver()).catch(() => undefined);
      lookAtDates();
    },
    recording: async (language, prompt) => (await desk())?.voices.recording(language, prompt),
    keepRecordings: async (language) => (await (await desk())?.voices.keepAll(language)) ?? false,
    retry: async () => {
      phase.value = { kind: 'loading' };
      await start();
    },
    teamUrl: 'index.html',
    stop: () => {
      isStopped = true;
      for (const stop of stops) stop();
      device.close();
    },
  };
}

const loadDesk: NonNullable<AnswerDeps['loadDesk']> = () => import('./open-desk.ts');

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
