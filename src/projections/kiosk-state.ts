import type { RoundView } from './views.ts';

/** What one kiosk last told the mailbox. */
export interface KioskSeen {
  readonly round: string;
  /** Random, of this round alone. */
  readonly kiosk: string;
  /** Hand-ins ever collected there, and envelopes that are not in the mailbox. */
  readonly collected: number;
  readonly waiting: number;
  /** When, by the mailbox's clock: ISO time, and the local day. */
  readonly at: string;
  readonly day: string;
}

/**
 * How a round's kiosks stand. `allIn` is said only where every kiosk that ever reported has done so after the closing
 * day, with nothing waiting: what a silent one holds, nobody knows.
 */
export interface KioskState {
  readonly kiosks: readonly KioskSeen[];
  readonly waiting: number;
  /** How many have not reported since the closing day. Zero while the round takes answers. */
  readonly silent: number;
  readonly allIn: boolean;
}

/** Judges a round's reports, in the order of the kiosks' random ids, so that each keeps its number. */
export function kioskState(
  reports: readonly KioskSeen[],
  round: Pick<RoundView, 'id' | 'closed' | 'closes'>,
): KioskState {
  const kiosks = reports
    .filter((report) => report.round === round.id)
    .toSorted((a, b) => (a.kiosk < b.kiosk ? -1 : 1));
  // On the closing day itself the page still takes answers.
  const silent = round.closed ? kiosks.filter(({ day }) => day <= round.closes).length : 0;
  const waiting = kiosks.reduce((sum, kiosk) => sum + kiosk.waiting, 0);
  const allIn = round.closed && kiosks.length > 0 && silent === 0 && waiting === 0;
  return { kiosks, waiting, silent, allIn };
}
