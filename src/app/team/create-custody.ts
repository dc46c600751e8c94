import { computed, effect } from '@preact/signals';
import { reopenIntake } from '#commands/reopen-intake.ts';
import {
  countSetAside,
  setAnswersAside,
  type SetAsideRefusal,
} from '#commands/set-answers-aside.ts';
import type { Result } from '#commands/command-deps.ts';
import { setField } from '#commands/set-field.ts';
import { dayOf } from '#i18n/local-day.ts';
import { arrivalViews } from '#projections/arrivals.ts';
import { daysAfter } from '#projections/calendar.ts';
import {
  purgedForms,
  purgeLog,
  retentionMonths,
  retentionViews,
} from '#projections/retention-views.ts';
import { roundViews, roundsOf } from '#projections/round-views.ts';
import { setAsideGroups, setAsideIds } from '#projections/set-aside.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { CardStore } from '#store/card-store.ts';
import { toExchangeFile } from '#sync/exchange-file.ts';
import { createArrivalLog } from './arrival-log.ts';
import type { CentreSession } from './centre-session.ts';
import { createCollectedWatch, unsentEnvelopes } from './collected.ts';
import type { CentreCustody, SetAsideView } from './custody.ts';
import { deleteEverywhere } from './delete-everywhere.ts';
import type { DeviceSync } from './device-sync.ts';
import { createKioskReporting } from './kiosk-reports.ts';
import { longestReopeningDays, takesLateUntil } from './late-intake.ts';
import { purgeFormYear } from './purge-form-year.ts';
import type { TeamDeps } from './team-deps.ts';

export interface CustodyWork {
  readonly intents: CentreCustody;
  /** Tells the mailbox what this device collected as a kiosk, where that is news. Never fails. */
  announce(origin: string): Promise<void>;
  stop(): Promise<void>;
}

/** Joins what a centre does with its answers once they are there. */
export function createCustody(
  deps: TeamDeps,
  session: CentreSession,
  sync: DeviceSync,
  cards: CardStore,
): CustodyWork {
  const { ledger, store, commandDeps, keys } = session;
  const roundIds = (): readonly string[] => [...ledger.peek().roundKeys.keys()];
  const collected = createCollectedWatch(session, roundIds);
  const kiosks = createKioskReporting(deps, session);
  const arrivals = createArrivalLog(deps, session, sync.state);
  const forgotten = new Set<string>();

  // By record id, for every answer that can be read here, set aside or not.
  const kinds = computed(() => {
    const byId = new Map<string, 'marks' | 'text'>();
    for (const { id, kind, body } of session.reading.value.records.values()) {
      if (kind === 'answer') byId.set(id, body.type);
    }
    return byId;
  });
  const onPaper = computed(() => {
    const ids = new Set<string>();
    for (const { id, kind, body } of session.reading.value.records.values()) {
      if (kind === 'answer' && body.type === 'marks' && body.mode === 'paper') ids.add(id);
    }
    return ids;
  });
  const respondentsOf = (ids: readonly string[]): number =>
    ids.filter((id) => kinds.value.get(id) === 'marks').length;

  /** A purged round leaves no card, no hours and no note behind, whoever purged it. */
  async function forgetTraces(rounds: readonly string[]): Promise<void> {
    if (rounds.length === 0) return;
    await cards.forget(rounds);
    await arrivals.forget(rounds);
    await store.updateMeta('announced', (value) =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).filter(([round]) => !rounds.includes(round)))
        : value,
    );
  }
  const followPurges = effect(() => {
    const fresh = [...ledger.value.purged.keys()].filter((round) => !forgotten.has(round));
    for (const round of fresh) forgotten.add(round);
    forgetTraces(fresh).catch(() => {
      for (const round of fresh) forgotten.delete(round);
    });
  });

  async function step(
    command: (now: typeof ledger.value) => Result<readonly SpeglaRecord[], SetAsideRefusal>,
  ): Promise<SetAsideRefusal | null> {
    let refusal: SetAsideRefusal | null = null;
    await session.act((now) => {
      const result = command(now);
      if (!result.ok) refusal = result.why;
      return result.ok ? result.value : [];
    });
    return refusal;
  }

  const intents: CentreCustody = {
    collected: collected.collected,
    watchCollected: collected.watch,
    sendNow: async () => {
      await store.offerAside();
      sync.nudge();
    },
    exportUnsent: async () => toExchangeFile(keys.space, await unsentEnvelopes(session)),

    kiosks: kiosks.kiosks,
    refreshKiosks: () => kiosks.refresh(sync.state.value.mailbox),

    takesLateUntil: (round) => {
      const view = roundViews(ledger.value).find(({ id }) => id === round);
      return view === undefined ? '' : takesLateUntil(ledger.value, view);
    },
    reopenIntake: async (round, days) => {
      const until = daysAfter(dayOf(deps.now()), Math.min(days, longestReopeningDays));
      let refusal: 'revealed' | 'notClosed' | null = null;
      await session.act((now) => {
        const result = reopenIntake(now, round, until, commandDeps);
        if (!result.ok) refusal = result.why;
        return result.ok ? result.value : [];
      });
      sync.nudge();
      return refusal;
    },

    arrivals: computed(() => {
      const aside = setAsideIds(ledger.value.book);
      const views = [...arrivals.arrivals.value].map(
        ([round, list]) =>
          [
            round,
            arrivalViews(list, kinds.value, aside.get(round) ?? new Map(), onPaper.value),
          ] as const,
      );
      return new Map(views);
    }),
    setAside: computed(() =>
      setAsideGroups(ledger.value.book).map((group): SetAsideView => {
        const respondents = respondentsOf(group.ids);
        const known = group.ids.filter((id) => kinds.value.has(id)).length;
        return { ...group, respondents, texts: known - respondents };
      }),
    ),
    setAnswersAside: (round, chosen, why) => {
      const times = chosen.map(({ to }) => to).toSorted();
      const starts = chosen.map(({ from, to }) => from ?? to).toSorted();
      return step((now) => {
        const already = setAsideIds(now.book).get(round);
        const ids = chosen.flatMap((arrival) => arrival.ids).filter((id) => !already?.has(id));
        const intent = { round, ids, why };
        const hours = { from: starts[0] ?? '', to: times.at(-1) ?? '' };
        return setAnswersAside(now, { ...intent, ...hours }, commandDeps);
      });
    },
    countSetAside: (group, counts) => step((now) => countSetAside(now, group, counts, commandDeps)),

    retention: computed(() => retentionViews(ledger.value)),
    retentionMonths: computed(() => retentionMonths(ledger.value)),
    setRetentionMonths: (months) =>
      session.act((now) => setField(now.book, bookPaths.retentionMonths, months, commandDeps)),
    retentionDayPaths: (form, year) =>
      roundsOf(ledger.value, form, year).map(({ id }) => bookPaths.roundRetention(id)),
    purgeLog: computed(() => purgeLog(ledger.value)),
    purgedForms: (year) => purgedForms(ledger.value, year),
    purge: async (form, year, options = {}) => {
      const rounds = roundsOf(ledger.value, form, year).map(({ id }) => id);
      const { mailbox } = sync.state.value;
      const result = await purgeFormYear(deps, session, { form, year, mailbox, ...options });
      if (result.ok) await forgetTraces(rounds);
      return result;
    },
    deleteEverywhere: async (kit) => {
      const end = await deleteEverywhere(deps, session, sync.state.value.mailbox, kit);
      if (end === 'deleted') sync.nudge();
      return end;
    },
  };

  return {
    intents,
    announce: (origin) =>
      kiosks.reportOwn(origin, roundIds(), dayOf(deps.now())).catch(() => undefined),
    stop: async () => {
      followPurges();
      await arrivals.stop();
    },
  };
}
