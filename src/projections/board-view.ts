import { countedItemsOf, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { isApplicable } from './applicable-items.ts';
import { centreView } from './centre-view.ts';
import { countedAnswers } from './counted-answers.ts';
import { jointPosition } from './joint-position.ts';
import type { Ledger } from './ledger.ts';
import { roundsOf } from './round-views.ts';
import { statementYears } from './statement-years.ts';
import { minRevealRespondents, smallTeamBelow } from './suppression.ts';
import type { BoardItem, BoardView, Distribution, ItemYear } from './views.ts';

/**
 * The team's dialogue of a year. Before the reveal nothing here depends on what anyone marked, the order of
 * the agenda included. What all agree on (`unanimousOpen`) is not on the agenda.
 */
export function boardView(ledger: Ledger, year: number): BoardView {
  const rounds = roundsOf(ledger, 'reflection', year);
  const withAnswers = rounds.filter((round) => countedAnswers(ledger, round).length > 0);
  const answered = withAnswers.flatMap((round) => countedAnswers(ledger, round)).length;
  const revealed = withAnswers.length > 0 && withAnswers.every((round) => round.revealed);
  const { services } = centreView(ledger);
  const thisYear = statementYears(ledger, year);
  const lastYear = statementYears(ledger, year - 1);
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
      // Not `now.position`, which can be a median of counts: on this table only the team's own word is set.
      ...positionOf(ledger, year, item),
      lastYear: before.position,
    };
  });
  const open = items.filter((item) => item.applicable && item.position === null);
  return {
    year,
    rounds: rounds.map((round) => round.id),
    answered,
    revealed,
    canReveal: !revealed && answered >= minRevealRespondents,
    items,
    unanimousOpen: open.filter((item) => item.unanimous !== null).map(({ item }) => item),
    agenda: open
      .filter((item) => item.unanimous === null)
      .toSorted((a, b) => width(b) - width(a) || variance(b) - variance(a))
      .map(({ item }) => item),
    positionsLeft: open.length,
    smallTeam: answered < smallTeamBelow,
  };
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
): Pick<BoardItem, 'position' | 'comment' | 'reservation'> {
  const { mark, comment, reservation } = jointPosition(book, year, item);
  return { position: mark, comment, reservation };
}

/** One or two marks among many "vet inte" are no agreement of the team. */
function isEnough({ rated }: Distribution): boolean {
  return rated >= minRevealRespondents;
}

function rangeOf({ points }: Distribution): BoardItem['range'] {
  const marked = [...points].flatMap(([point, count]) => (count > 0 ? [point] : []));
  return marked.length === 0 ? null : { low: Math.min(...marked), high: Math.max(...marked) };
}

function width({ range }: BoardItem): number {
  return range === null ? -1 : range.high - range.low;
}

/** The marks' population variance: among equal ranges, a team in two camps comes before one lone voice. */
function variance({ spread }: BoardItem): number {
  if (!spread.shown || spread.value.rated === 0) return 0;
  const { points, rated } = spread.value;
  let total = 0;
  let squares = 0;
  for (const [point, count] of points) {
    total += point * count;
    squares += point * point * count;
  }
  // In whole numbers up to the one division, so that equal spreads compare as equal.
  return (squares * rated - total * total) / (rated * rated);
}
