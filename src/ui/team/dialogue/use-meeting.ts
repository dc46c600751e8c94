import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeetingPlace } from '#app/team/preferences.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { BoardView } from '#projections/views.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { meetingStops, nextOpen, type MeetingOrder } from './order.ts';

/** Where a device stands in its meeting. */
export interface Meeting {
  readonly stops: readonly string[];
  /** Undefined only where the centre has no statements at all. */
  readonly stop: string | undefined;
  readonly place: number;
  readonly order: MeetingOrder;
  goTo(stop: string): void;
  step(by: number): void;
  reorder(order: MeetingOrder): void;
}

/** `extraStops`: before the statements. `follows`: goes where another window of this device goes (a wall beside it). */
interface MeetingOptions {
  readonly extraStops?: readonly string[];
  readonly follows?: boolean;
}

/**
 * The way through a year's meeting. This device remembers its stop, so that the meeting goes on there after a reload,
 * an empty battery, an update or some weeks; on a device that was not in it, it begins with what is still open.
 */
export function useMeeting(
  centre: OpenCentre,
  board: BoardView,
  { extraStops = [], follows = false }: MeetingOptions = {},
): Meeting {
  const { preferences } = useSession();
  const { space } = centre.entry;
  const { year } = board;
  const [remembered] = useState(() => preferences.meetingPlace(space, year));
  const [order, setOrder] = useState<MeetingOrder>(remembered?.order ?? 'divided');
  const before = useRef<readonly string[]>([]);
  before.current = meetingStops(board, order, before.current);
  const stops = [...extraStops, ...before.current];
  // Chosen once: agreeing on a position must not turn the page by itself.
  const [chosen, setChosen] = useState(() => remembered?.stop ?? nextOpen(stops, board));
  const stop =
    chosen !== undefined && stops.includes(chosen) ? chosen : (nextOpen(stops, board) ?? stops[0]);
  const place = stop === undefined ? 0 : stops.indexOf(stop);
  useEffect(() => {
    if (stop !== undefined) preferences.setMeetingPlace(space, year, { stop, order });
  }, [preferences, space, year, stop, order]);
  const reorder = (next: MeetingOrder): void => {
    before.current = [];
    setOrder(next);
  };
  const follow = useRef<(there: MeetingPlace) => void>(() => undefined);
  follow.current = (there) => {
    // What the other window has and this one lacks is no reason to go anywhere.
    if (!stops.includes(there.stop)) return;
    if (there.order !== order) reorder(there.order);
    setChosen(there.stop);
  };
  useEffect(
    () =>
      follows
        ? preferences.onMeetingPlace(space, year, (there) => follow.current(there))
        : undefined,
    [preferences, space, year, follows],
  );
  return {
    stops,
    stop,
    place,
    order,
    goTo: setChosen,
    step: (by) => {
      const next = stops[place + by];
      if (next !== undefined) setChosen(next);
    },
    reorder,
  };
}
