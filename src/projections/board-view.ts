import { countedItemsOf, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { bookPaths } from '#records/book-paths.ts';
import { isApplicable } from './applicable-items.ts';
import { countOf } from './book-values.ts';
import { centreView } from './centre-view.ts';
import { countedRespondents } from './counted-answers.ts';
import { divisionOf, mostDividedFirst, undivided, type Division } from './division.ts';
import { jointPosition } from './joint-position.ts';
import { laterAnswers } from './later-answers.ts';
import type { Ledger } from './ledger.ts';
import { roundsOf } from './round-views.ts';
import { statementComments } from './statement-comments.ts';
import { statementYears, wasReworded } from './statement-years.ts';
import { minRevealRespondents, smallTeamBelow } from './suppression.ts';
import type { BoardItem, BoardView, Distribution, ItemYear, RoundView } from './views.ts';

/**
 * The team's dialogue of a year. Before the reveal nothing here depends on what anyone marked, the order of
 * the agenda included. What all agree on (`unanimousOpen`) is not on the agenda.
 */
export function boardView(ledger: Ledger, year: number): BoardView {
  const rounds = roundsOf(ledger, 'reflection', year);
  const all = rounds.reduce((sum, round) => sum + countedRespondents(ledger, round), 0);
  const revealed = all > 0 && rounds.some((round) => round.revealed);
  const { waiting, mayCount, onTheirWay } = laterAnswers(ledger, 'reflection', year);
  const answered = all - waiting;
  const { services } = centreView(ledger);
  const thisYear = statementYears(ledger, year);
  const lastYear = statementYears(ledger, year - 1);
  const comments = statementComments(ledger, rounds);
  const items = countedItemsOf(currentForm('reflection')).flatMap((item) => {
    const now = thisYear.get(item.id);
    const before = lastYear.get(item.id);
    if (item.area === undefined || now === undefined || before === undefined) return [];
    return {
      item: item.id,
      area: item.area,
      applicable: isApplicable(services, item),
      aboutOnePerson: item.aboutOnePerson ?? false,
      ...marksOf(now),
      ...positionOf(ledger, year, item),
      lastYear: before.position,
      reworded: wasReworded(ledger, item.id, year, year - 1),
      comments: comments.get(item.id) ?? [],
    };
  });
  const open = items.filter((item) => item.applicable && item.position === null);
  return {
    year,
    rounds: rounds.map((round) => round.id),
    answered,
    revealed,
    canReveal: !revealed && answered >= minRevealRespondents,
    waiting,
    mayCountLater: mayCount,
    onTheirWay,
    items,
    unanimousOpen: open.filter((item) => isSettledByMarks(item)).map(({ item }) => item),
    agenda: open
      .filter((item) => !isSettledByMarks(item))
      .toSorted((a, b) => mostDividedFirst(division(a), division(b)))
      .map(({ item }) => item),
    order: items
      .filter(({ applicable }) => applicable)
      .toSorted(
        (a, b) =>
          Number(a.unanimous !== null) - Number(b.unanimous !== null) ||
          mostDividedFirst(division(a), division(b)),
      )
      .map(({ item }) => item),
    positionsLeft: open.length,
    smallTeam: answered < smallTeamBelow,
    invited: invitedOf(ledger, rounds),
    setAside: rounds.reduce((sum, { id }) => sum + (ledger.setAside.get(id)?.marks ?? 0), 0),
    openTalk: ledger.book.value(bookPaths.meetingOpenTalk(year)) === true,
  };
}

/** Two positions that stand are talked about, also where all marked the same. */
function isSettledByMarks({ unanimous, positionsDiffer }: BoardItem): boolean {
  return unanimous !== null && !positionsDiffer;
}

function marksOf({ spread }: ItemYear): Pick<BoardItem, 'spread' | 'range' | 'unanimous'> {
  const range = spread.shown ? rangeOf(spread.value) : null;
  const agreed =
    spread.shown && range !== null && range.low === range.high && isEnough(spread.value);
  return { spread, range, unanimous: agreed ? range.low : null };
}

function positionOf(
  { book }: Ledger,
  year: number,
  item: ScaleItem,
): Pick<BoardItem, 'position' | 'positionsDiffer' | 'comment' | 'reservation'> {
  const { mark, differ, comment, reservation } = jointPosition(book, year, item);
  return { position: mark, positionsDiffer: differ, comment, reservation };
}

/** One or two marks among many "vet inte" are no agreement of the team. */
function isEnough({ rated }: Distribution): boolean {
  return rated >= minRevealRespondents;
}

function rangeOf({ points }: Distribution): BoardItem['range'] {
  const marked = [...points].flatMap(([point, count]) => (count > 0 ? [point] : []));
  return marked.length === 0 ? null : { low: Math.min(...marked), high: Math.max(...marked) };
}

function division({ spread }: BoardItem): Division {
  return spread.shown ? divisionOf(spread.value) : undivided;
}

/** Rounds of a year meet the same team, so their numbers are not added. */
function invitedOf({ book }: Ledger, rounds: readonly RoundView[]): number | null {
  const noted = rounds.flatMap(({ id }) => countOf(book.value(bookPaths.roundInvited(id))) ?? []);
  return noted.length === 0 ? null : Math.max(...noted);
}
