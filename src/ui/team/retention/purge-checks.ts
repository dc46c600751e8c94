import type { RetentionView } from '#projections/retention-views.ts';

/** What is known before a purge. */
export interface PurgeFacts {
  readonly view: RetentionView;
  readonly today: string;
  readonly online: boolean;
  readonly hasMailbox: boolean;
  readonly kitHere: boolean;
  /** Kiosks that have something waiting, or have not said since the closing that they have not. */
  readonly unsureKiosks: number;
  /** The last day on which the mailbox takes late answers; empty where none can come. */
  readonly lateUntil: string;
}

/** One line of the checklist. `stop` keeps the purge from beginning, `warn` is for a person to weigh. */
export interface PurgeCheck {
  readonly state: 'ok' | 'warn' | 'stop';
  readonly words:
    | 'closedOk'
    | 'closedStop'
    | 'onlineOk'
    | 'onlineNone'
    | 'onlineStop'
    | 'adminOk'
    | 'adminStop'
    | 'kiosksOk'
    | 'kiosksWarn'
    | 'lateOk'
    | 'lateWarn'
    | 'dueWarn';
  readonly count?: number;
  readonly day?: string;
}

/** The checklist. That the kit is elsewhere does not stop a purge: it is asked for. */
export function purgeChecks(facts: PurgeFacts): readonly PurgeCheck[] {
  const { view, today, online, hasMailbox, kitHere, unsureKiosks, lateUntil } = facts;
  const isLate = lateUntil !== '' && today <= lateUntil;
  return [
    view.closed ? { state: 'ok', words: 'closedOk' } : { state: 'stop', words: 'closedStop' },
    !hasMailbox
      ? { state: 'warn', words: 'onlineNone' }
      : online
        ? { state: 'ok', words: 'onlineOk' }
        : { state: 'stop', words: 'onlineStop' },
    kitHere ? { state: 'ok', words: 'adminOk' } : { state: 'warn', words: 'adminStop' },
    ...(!hasMailbox
      ? []
      : [
          unsureKiosks > 0
            ? ({ state: 'warn', words: 'kiosksWarn', count: unsureKiosks } as const)
            : ({ state: 'ok', words: 'kiosksOk' } as const),
          isLate
            ? ({ state: 'warn', words: 'lateWarn', day: lateUntil } as const)
            : ({ state: 'ok', words: 'lateOk' } as const),
        ]),
    ...(view.day > today ? [{ state: 'warn', words: 'dueWarn', day: view.day } as const] : []),
  ];
}
