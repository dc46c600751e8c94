import { signal } from '@preact/signals';
import type { CentreCustody } from '#app/team/custody.ts';

/** Nothing collected, nothing kept aside, nothing to purge: for screens that only show that there is none. */
export function fakeCustody(): CentreCustody {
  const notHere = (): Promise<never> => Promise.reject(new Error('not in the fake centre'));
  return {
    collected: signal(undefined),
    watchCollected: () => () => undefined,
    sendNow: notHere,
    exportUnsent: notHere,
    kiosks: signal({ reports: [], askedAt: null }),
    refreshKiosks: () => Promise.resolve(false),
    takesLateUntil: () => '',
    reopenIntake: notHere,
    arrivals: signal(new Map()),
    setAside: signal([]),
    setAnswersAside: notHere,
    countSetAside: notHere,
    retention: signal([]),
    retentionMonths: signal(24),
    setRetentionMonths: notHere,
    retentionDayPaths: () => [],
    purgeLog: signal([]),
    purgedForms: () => new Map(),
    purge: notHere,
    deleteEverywhere: notHere,
  };
}
