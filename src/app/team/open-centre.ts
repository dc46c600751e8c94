import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { chooseGoal } from '#commands/choose-goal.ts';
import { enterHistory } from '#commands/enter-history.ts';
import { dateRound, openRound } from '#commands/open-round.ts';
import { closeRound, revealRound } from '#commands/take-step.ts';
import { boardView } from '#projections/board-view.ts';
import { centreView } from '#projections/centre-view.ts';
import { contestedFields } from '#projections/contested-fields.ts';
import { deviceNames } from '#projections/device-names.ts';
import { knownYears } from '#projections/known-years.ts';
import { priorityGoals } from '#projections/priority-goals.ts';
import { resultsView } from '#projections/results-view.ts';
import { roundViews } from '#projections/round-views.ts';
import { dayOf } from '#i18n/local-day.ts';
import { bookPaths } from '#records/book-paths.ts';
import { teamFragment } from '#records/links.ts';
import type { CardStore } from '#store/card-store.ts';
import type { CentreKeys, KeyStore } from '#store/key-store.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { announceRounds, readAnnounced, type Announced } from './announce-rounds.ts';
import { createBookFields } from './book-fields.ts';
import { openSession } from './centre-session.ts';
import { createCentreQuestions } from './centre-questions.ts';
import { createCentreVoices } from './centre-voices.ts';
import { createCustody } from './create-custody.ts';
import { kitOf } from './device-secrets.ts';
import { followRoundVoices } from './keep-round-voices.ts';
import { createDeviceSync } from './device-sync.ts';
import { announceInvites, inviteDays, makeInvite } from './invites.ts';
import { createKeyWork } from './key-intents.ts';
import { noteKit } from './kit-note.ts';
import { mailboxCloses } from './late-intake.ts';
import { linkMailbox, roundAddresses } from './round-links.ts';
import { nameMailbox, originOf } from './name-mailbox.ts';
import { createPaperAnswers } from './paper-answers.ts';
import { makeRound } from './make-round.ts';
import { createResultsIntents } from './results-intents.ts';
import { exportEverything, exportRefused, importEverything } from './centre-file.ts';
import type { OpenCentre } from './team-app.ts';
import { followToday } from './today.ts';
import type { TeamDeps } from './team-deps.ts';

/** Opens a centre that this device holds: joins commands, store, projections and sync into signals and intents. */
export function openCentre(
  deps: TeamDeps,
  keyStore: KeyStore,
  cards: CardStore,
  keys: CentreKeys,
): OpenCentre & { stop(): Promise<void> } {
  const { space } = keys;
  const session = openSession(deps, keys);
  const { ledger, store, commandDeps, act } = session;
  const centre = computed(() => centreView(ledger.value));
  const rounds = computed(() => roundViews(ledger.value));
  const announced = signal<Announced>({});
  const copied = signal(false);
  const today = followToday(deps.now);

  const sync = createDeviceSync(deps, session, async (client, token) => {
    const known = rounds.value.flatMap((view) => {
      const roundKeys = ledger.value.roundKeys.get(view.id);
      const told = { ...view, closes: mailboxCloses(ledger.value, view) };
      return roundKeys === undefined ? [] : [{ view: told, keys: roundKeys }];
    });
    const told = await announceRounds(store, client, token, space, known);
    announced.value = await readAnnounced(store);
    await custody.announce(client.origin);
    const invited = await announceInvites(session, client, token, today.day.value);
    return (await keyWork.announce(client)) && invited && told;
  });
  const { state } = sync;
  const custody = createCustody(deps, session, sync, cards);
  const keyWork = createKeyWork(deps, keyStore, session, sync);
  const paper = createPaperAnswers(deps, session, today.day, () => state.value.mailbox);

  void session
    .refresh()
    .then(async () => {
      announced.value = await readAnnounced(store);
      copied.value = (await store.meta('copied')) === true;
      // Centres from before this was noted; and a page that was closed while the kit was taken off.
      await noteKit(session).catch(() => undefined);
      await sync.connect(keys.mailbox);
    })
    .catch(() => undefined);

  // The answering page on this device opens a round by its card; it must know of moved dates too.
  const keepCards = rounds.subscribe((views) => {
    for (const { id, opens, closes } of views) {
      const sealedCard = ledger.value.roundKeys.get(id)?.sealedCard;
      if (sealedCard === undefined) continue;
      cards.keep({ round: id, sealedCard, opens, closes }).catch(() => undefined);
    }
  });
  const stopRoundVoices = followRoundVoices(session, cards);
  // A centre's name is public; the list of centres shows it before anything is opened.
  const keepName = centre.subscribe(({ name }) => {
    if (name !== '') keyStore.rename(space, name).catch(() => undefined);
  });

  const { setBookField, setBookFields, shownEdits } = createBookFields(session);

  return {
    entry: { space, name: keys.name, demo: keys.demo },
    loaded: session.loaded,
    ledger,
    centre,
    rounds,
    years: computed(() => knownYears(ledger.value)),
    contested: computed(() => contestedFields(ledger.value)),
    devices: computed(() => deviceNames(ledger.value, keys.device)),
    sync: state,
    unreadable: unreadableSignal(session),
    trouble: session.trouble,
    today: today.day,
    copied,
    results: (year) => resultsView(ledger.value, year),
    board: (year) => boardView(ledger.value, year),
    goals: (year) => priorityGoals(ledger.value, year),

    setField: setBookField,
    setFields: setBookFields,
    shownEdits,
    fieldValue: (path) => ledger.value.book.value(path),
    beginYear: (year) => setBookField(bookPaths.yearBegun(year), true),
    openRound: async (form, year, opens, closes) => {
      const made = await makeRound(session, form, year, centre.value);
      const { round, voices } = made;
      await session.actSealed(async (now) => {
        const records = openRound(now, round, made.secrets, opens, closes, commandDeps);
        return [...(await Promise.all(records.map((one) => session.keyring.seal(one)))), ...voices];
      });
      // The answering page may be opened at once, so what it needs must be there before this resolves.
      // The round is made: a disk that has no room for the rest must not make it look as if it were not, or be made twice.
      await Promise.allSettled([
        cards.keep({ round, sealedCard: made.secrets.sealedCard, opens, closes }),
        cards.keepVoices(voices.map(({ id, sealed }) => ({ id, round, sealed }))),
      ]);
      return round;
    },
    setRoundDates: async (round, opens, closes) => {
      await act((now) => dateRound(now, round, opens, closes, commandDeps));
      // "Registered" would not be true until the mailbox has heard of the new dates.
      const { [round]: _old, ...others } = announced.value;
      announced.value = others;
      sync.nudge(); // Also where the same dates were set again, and nothing else would make it look.
      const sealedCard = ledger.value.roundKeys.get(round)?.sealedCard;
      if (sealedCard !== undefined) await cards.keep({ round, sealedCard, opens, closes });
    },
    closeRound: (round, families) =>
      act((now) => closeRound(now, round, families, dayOf(deps.now()), commandDeps)),
    revealRound: async (round) => {
      let revealed = false;
      await act((now) => {
        const step = revealRound(now, round, dayOf(deps.now()), commandDeps);
        revealed = step.ok;
        return step.ok ? step.value : [];
      });
      return revealed;
    },
    roundLinks: (round) => {
      const roundKeys = ledger.value.roundKeys.get(round);
      const { mailbox } = state.value;
      if (roundKeys === undefined) return { phone: null, tablet: '', registration: 'none' };
      const told = announced.value[round] !== undefined;
      return {
        ...roundAddresses(deps.pageUrl, round, roundKeys, mailbox),
        registration: mailbox === null ? 'none' : told ? 'done' : 'pending',
      };
    },

    agreePosition: (year, item, mark, base) =>
      setBookField(bookPaths.positionMark(year, item), mark, base),
    addGoal: async (goal) => {
      let id = '';
      await act((now) => {
        const chosen = chooseGoal(now.book, { ...goal, evidence: [...goal.evidence] }, commandDeps);
        id = chosen.goal;
        return chosen.records;
      });
      return id;
    },
    setGoalField: (goal, field, value) => setBookField(bookPaths.goal(goal, field), value),
    removeGoal: (goal) => setBookField(bookPaths.goal(goal, 'removed'), true),
    restoreGoal: (goal) => setBookField(bookPaths.goal(goal, 'removed'), false),
    enterHistory: (form, year, answered, counts) =>
      act((now) => enterHistory(now.book, form, year, answered, counts, commandDeps)),

    nameMailbox: async (address, code, kit) => {
      const named = await nameMailbox(
        deps,
        keyStore,
        session,
        address,
        code,
        () => sync.connect(null),
        kit,
      );
      if (named.ok && named.origin !== undefined) {
        announced.value = {};
        await sync.connect(named.origin);
        // The kit is in hand this once: so that nobody has to type it again for what the new mailbox must hear.
        if (kit !== undefined) await keyWork.intents.sendWaiting(kit);
      }
      return named;
    },
    probeMailbox: async (address) => {
      const origin = originOf(address);
      if (origin === undefined) return null;
      const health = await createMailboxClient(origin, deps.fetch).health();
      return health.ok ? { needsCode: health.value.createNeedsCode } : null;
    },
    makeTeamLink: async () => {
      const { mailbox } = state.value;
      const expires = dayOf(new Date(deps.now().getTime() + inviteDays * 86_400_000));
      const secret = await makeInvite(session, centre.value.name, mailbox, expires);
      await keyWork.look();
      sync.nudge();
      const fragment = teamFragment({ space, secret, mailbox: linkMailbox(mailbox, deps.pageUrl) });
      return `${new URL('index.html', deps.pageUrl).href}#${fragment}`;
    },
    kitSecret: () => kitOf(keys),
    ...keyWork.intents,
    custody: custody.intents,
    questions: createCentreQuestions(session),
    voices: createCentreVoices(session),
    paper,
    resultsWork: createResultsIntents(session),
    syncNow: sync.nudge,

    exportFile: async () => {
      const text = await exportEverything(session, today.day.value);
      await store.setMeta('copied', true);
      copied.value = true;
      return text;
    },
    importFile: (text) => importEverything(session, text),
    exportRefused: () => exportRefused(session),

    stop: async () => {
      keepCards();
      keepName();
      stopRoundVoices();
      today.stop();
      keyWork.stop();
      await custody.stop();
      await paper.stop();
      await sync.stop();
      await session.stop();
    },
  };
}

/** What could not be read, envelopes and lines of files alike. */
function unreadableSignal(
  session: ReturnType<typeof openSession>,
): ReadonlySignal<ReturnType<typeof session.reading.peek>['unreadable']> {
  const lines = signal<ReturnType<typeof session.reading.peek>['unreadable']>([]);
  const readLines = async (): Promise<void> => {
    const rows = await session.store.unreadLines();
    if (rows.length === lines.value.length) return;
    lines.value = rows.map(({ key, reason }) => ({
      id: String(key),
      kind: 'fileLine',
      round: null,
      reason,
    }));
  };
  session.store.observe(() => void readLines().catch(() => undefined));
  void readLines().catch(() => undefined);
  return computed(() => [...session.reading.value.unreadable, ...lines.value]);
}
