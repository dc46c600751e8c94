/**
 * When answers reached this device, in hours of its clock. Between `from` and `to`: a device that was away meets at
 * once what came meanwhile. `from` is null for what was there before it began to watch.
 */
export interface Arrival {
  /** Local hours, `YYYY-MM-DDTHH`; for the team's own round days, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string;
  readonly ids: readonly string[];
}

/** An arrival as a person meets it: how many, never what. */
export interface ArrivalView extends Arrival {
  readonly respondents: number;
  readonly texts: number;
  /** Of `respondents` and of `texts`, how many are set aside now. */
  readonly setAside: number;
  readonly textsAside: number;
  /** Of `respondents`, how many were on paper: somebody of the team has entered them, many in an hour. */
  readonly onPaper: number;
  /** Far more than a usual hour of this round, what was on paper apart. */
  readonly unusual: boolean;
}

const leastBurst = 10;
const burstTimes = 3;

/** Adds ids to what is known of a round; an id keeps the place where it was first met. */
export function addArrivals(
  known: readonly Arrival[],
  from: string | null,
  to: string,
  ids: readonly string[],
): readonly Arrival[] {
  const met = new Set(known.flatMap((arrival) => arrival.ids));
  const fresh = [...new Set(ids)].filter((id) => !met.has(id)).toSorted();
  if (fresh.length === 0) return known;
  const same = known.find((arrival) => arrival.from === from && arrival.to === to);
  const others = known.filter((arrival) => arrival !== same);
  const merged = { from, to, ids: [...(same?.ids ?? []), ...fresh].toSorted() };
  return [...others, merged].toSorted((a, b) => compare(a.to, b.to) || compare(a.from, b.from));
}

/** Whether hours hold far more respondents than the round's usual one: its median, and never for a handful. */
export function isBurst(respondents: number, hours: readonly number[]): boolean {
  if (respondents < leastBurst) return false;
  const sorted = hours.filter((count) => count > 0).toSorted((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return sorted.length > 1 && respondents > burstTimes * median;
}

/**
 * The arrivals of a round, oldest first, with what each holds. Only single hours are held to be bursts. Whoever has the
 * link could call an answer one on paper, so that how many there are is told beside them.
 */
export function arrivalViews(
  arrivals: readonly Arrival[],
  kinds: ReadonlyMap<string, 'marks' | 'text'>,
  aside: Pick<ReadonlySet<string>, 'has'>,
  paper: ReadonlySet<string> = new Set(),
): readonly ArrivalView[] {
  const views = arrivals.map((arrival) => {
    const respondents = arrival.ids.filter((id) => kinds.get(id) === 'marks');
    const texts = arrival.ids.filter((id) => kinds.get(id) === 'text');
    const isAside = (id: string): boolean => aside.has(id);
    return {
      ...arrival,
      respondents: respondents.length,
      texts: texts.length,
      setAside: respondents.filter(isAside).length,
      textsAside: texts.filter(isAside).length,
      onPaper: respondents.filter((id) => paper.has(id)).length,
    };
  });
  const came = ({ respondents, onPaper }: (typeof views)[number]): number => respondents - onPaper;
  const hours = views.filter(({ from, to }) => from === to).map(came);
  return views
    .filter(({ respondents, texts }) => respondents + texts > 0)
    .map((view) => ({
      ...view,
      unusual: view.from === view.to && isBurst(came(view), hours),
    }));
}

function compare(a: string | null, b: string | null): number {
  const [first, second] = [a ?? '', b ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
