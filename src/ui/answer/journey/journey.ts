import { signal, type ReadonlySignal } from '@preact/signals';

/** Where a respondent stands. Never holds what was answered: the browser keeps its history on disk. */
export interface Place {
  readonly step: string;
  /** The item to put the reader at, when a single answer is being changed. */
  readonly item?: string;
  /** Set when the review sent the reader here: the way on leads back to it. */
  readonly fromReview?: boolean;
}

/** The part of window that a journey needs. */
export type JourneyWindow = Pick<
  Window,
  'history' | 'location' | 'addEventListener' | 'removeEventListener'
>;

/** The way through a survey, kept in the browser's history so that its Back button works. */
export interface Journey {
  readonly place: ReadonlySignal<Place>;
  /** How many steps Back can take before it leaves the survey. */
  readonly depth: ReadonlySignal<number>;
  go(place: Place): void;
  back(): void;
  /** A new beginning: no step before it can be met again, by Back or Forward. */
  restart(step: string): void;
  stop(): void;
}

interface Entry {
  readonly run: string;
  readonly depth: number;
  readonly place: Place;
}

function isEntry(state: unknown): state is Entry {
  return typeof state === 'object' && state !== null && 'run' in state && 'place' in state;
}

/**
 * Starts a journey at `step`. The address, and with it the link's fragment, is never changed. A
 * `closed` journey (a shared tablet) has one more step behind its first, so that Back does not leave
 * the page: the adult gate does.
 */
export function createJourney(page: JourneyWindow, step: string, closed = false): Journey {
  const place = signal<Place>({ step });
  const depth = signal(0);
  let run = crypto.randomUUID();

  const entry = (): Entry => ({ run, depth: depth.value, place: place.value });
  const write = (how: 'pushState' | 'replaceState'): void =>
    page.history[how](entry(), '', page.location.href);

  const onPop = ({ state }: PopStateEvent): void => {
    if (isEntry(state) && state.run === run) {
      depth.value = state.depth;
      place.value = state.place;
      return;
    }
    // A step of someone who was here before, or of this page before a reload: stay where we are.
    if (closed) {
      // What is pushed here cuts off everything that lay ahead.
      depth.value = 0;
      write('pushState');
      return;
    }
    depth.value = isEntry(state) ? state.depth : 0;
    write('replaceState');
  };
  page.addEventListener('popstate', onPop);
  write('replaceState');
  if (closed) {
    run = crypto.randomUUID();
    write('pushState');
  }

  return {
    place,
    depth,
    go(next) {
      depth.value += 1;
      place.value = next;
      write('pushState');
    },
    back() {
      if (depth.value > 0) page.history.back();
    },
    restart(step) {
      run = crypto.randomUUID();
      place.value = { step };
      const steps = depth.value;
      depth.value = 0;
      write('replaceState');
      // What lies behind is of the old run; onPop makes the first of it ours.
      if (steps > 0 && !closed) page.history.go(-steps);
    },
    stop: () => page.removeEventListener('popstate', onPop),
  };
}
