import type { Book } from '#records/merge.ts';
import { textOf, membersOf } from './book-values.ts';
import { compareText } from './round-views.ts';

/** A group of answers that do not count: set aside by a person, logged, and to be had back with one tap. */
export interface SetAsideGroup {
  readonly id: string;
  readonly round: string;
  /** Record ids of answers: marks and free texts alike. */
  readonly ids: readonly string[];
  /** The hours meant (ISO without a zone, for show), and why. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
  /** When and by which device, for show. */
  readonly at: string;
  readonly by: string;
  /** The answers count again. */
  readonly removed: boolean;
}

const pathPattern = /^rounds\/([^/]+)\/setAside\/([^/]+)\/(about|removed|ids\/\d+)$/;

/** Every group that was ever set aside, in the order of rounds and times. A group whose ids have not come has none. */
export function setAsideGroups(book: Book): readonly SetAsideGroup[] {
  const groups = new Map<string, { round: string; id: string; ids: string[] }>();
  for (const path of book.paths('rounds/')) {
    const [, round, id, field = ''] = pathPattern.exec(path) ?? [];
    if (round === undefined || id === undefined) continue;
    const group = groups.get(`${round}/${id}`) ?? { round, id, ids: [] };
    groups.set(`${round}/${id}`, group);
    const value = book.value(path);
    if (!field.startsWith('ids/') || !Array.isArray(value)) continue;
    group.ids.push(...value.filter((one) => typeof one === 'string'));
  }
  return [...groups.values()]
    .map(({ round, id, ids }): SetAsideGroup => {
      const path = (field: string): string => `rounds/${round}/setAside/${id}/${field}`;
      const [head] = book.field(path('about'))?.heads ?? [];
      const about = membersOf(head?.value);
      const word = (name: string): string => textOf(about.get(name));
      return {
        id,
        round,
        ids,
        from: word('from'),
        to: word('to'),
        why: word('why'),
        at: head?.at ?? '',
        by: head?.by ?? '',
        removed: book.value(path('removed')) === true,
      };
    })
    .toSorted((a, b) => compareText(a.round, b.round) || compareText(a.at, b.at));
}

/**
 * By round: the ids that do not count now, each with the groups that it is in. An id in two groups counts again only when
 * both are taken back.
 */
export function setAsideIds(book: Book): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byRound = new Map<string, Map<string, string>>();
  for (const { round, id: group, ids, removed } of setAsideGroups(book)) {
    if (removed) continue;
    const known = byRound.get(round) ?? new Map<string, string>();
    byRound.set(round, known);
    for (const id of new Set(ids)) {
      const others = known.get(id);
      known.set(id, others === undefined ? group : `${others} ${group}`);
    }
  }
  return byRound;
}
