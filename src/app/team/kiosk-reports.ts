import { signal, type ReadonlySignal } from '@preact/signals';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import { dayOf } from '#i18n/local-day.ts';
import type { KioskSeen } from '#projections/kiosk-state.ts';
import type { Store } from '#store/store.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { reportKiosk } from '#sync/report-kiosk.ts';
import type { CentreSession } from './centre-session.ts';
import { deviceToken } from './device-secrets.ts';
import type { TeamDeps } from './team-deps.ts';

/** What the mailbox last told of the kiosks. */
export interface KiosksSeen {
  readonly reports: readonly KioskSeen[];
  /** When it was asked (ISO); null while it never was. */
  readonly askedAt: string | null;
}

/** The kiosks, as the coordinator sees them, and this device's own part as one of them. */
export interface KioskReporting {
  readonly kiosks: ReadonlySignal<KiosksSeen>;
  /** Asks the mailbox anew; false where it could not be reached. */
  refresh(mailbox: string | null): Promise<boolean>;
  /** Tells the mailbox what this device collected on rounds' tablet links, where that is news. */
  reportOwn(origin: string, rounds: readonly string[], today: string): Promise<void>;
}

const seenMeta = 'kiosksSeen';

export function createKioskReporting(deps: TeamDeps, session: CentreSession): KioskReporting {
  const { store, keys } = session;
  const kiosks = signal<KiosksSeen>({ reports: [], askedAt: null });
  /** What was told of each round since this page opened. A new day is news: it may be the first after the closing. */
  const told = new Map<string, string>();

  // What was heard last is shown without a network too, with its time.
  void store
    .meta(seenMeta)
    .then((value) => {
      if (kiosks.value.askedAt === null && isSeen(value)) kiosks.value = value;
    })
    .catch(() => undefined);

  return {
    kiosks,
    refresh: async (mailbox) => {
      if (mailbox === null) return false;
      const client = createMailboxClient(mailbox, deps.fetch);
      const reply = await client.kioskReports(await deviceToken(keys), keys.space);
      if (!reply.ok) return false;
      const reports = reply.value.reports.map((report) => ({
        ...report,
        day: dayOf(new Date(report.at)),
      }));
      kiosks.value = { reports, askedAt: deps.now().toISOString() };
      await store.setMeta(seenMeta, kiosks.value);
      return true;
    },
    reportOwn: async (origin, rounds, today) => {
      for (const round of rounds) {
        const lane = await store.lane(round);
        const secret = session.ledger.value.roundKeys.get(round)?.kioskSecret;
        if (lane?.kiosk === undefined || secret === undefined) continue;
        const counts = [lane.collected, await store.outboxCount(round)];
        const own = await store.outboxCount('space');
        const refused = (await store.asideRows()).length;
        const news = [...counts, own, refused, today, origin].join(' ');
        if (told.get(round) === news) continue;
        // Opened by the phones' link, it is no kiosk.
        if (lane.token !== (await derivedToken(secret, purposes.kioskToken))) continue;
        const client = createAnswerClient(lane.origin ?? origin, deps.fetch);
        const waiting = await waitingElsewhere(store, round);
        if (await reportKiosk(store, client, round, waiting)) told.set(round, news);
      }
    },
  };
}

/** Answers of a round that this device took over from its link, and has not sent yet. */
async function waitingElsewhere(store: Store, round: string): Promise<number> {
  const own = await store.outbox('space', Number.POSITIVE_INFINITY);
  return own.filter((envelope) => envelope.kind === 'answer' && envelope.round === round).length;
}

function isSeen(value: unknown): value is KiosksSeen {
  return typeof value === 'object' && value !== null && 'reports' in value && 'askedAt' in value;
}
