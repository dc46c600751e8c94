import type { Form } from '#instruments/form.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Card } from '#records/card.ts';
import type { RoundKey } from '#records/keys.ts';
import type { CentreView } from '#projections/views.ts';
import type { Ledger } from '#projections/ledger.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { newRecord, type CommandDeps } from './command-deps.ts';
import { setFields } from './set-field.ts';

/** What a centre adds to a form for one round: its own questions, the recordings, and the wording of the statements. */
export type RoundAdditions = Pick<Card, 'questions' | 'voices' | 'wording'>;

/** What a new round's card says; its text is hashed and sealed before the round is written. */
export function roundCard(
  space: string,
  round: { readonly id: string; readonly key: string; readonly publicKey: string },
  form: Form,
  year: number,
  centre: CentreView,
  { questions, voices, wording }: RoundAdditions = { questions: [], voices: {} },
): Card {
  return {
    v: 1,
    space,
    round: round.id,
    key: round.key,
    publicKey: round.publicKey,
    form: form.id,
    formVersion: form.version,
    year,
    centre: centre.name,
    services: [...centre.services],
    responsible: { ...centre.responsible },
    questions,
    voices,
    ...(wording === undefined ? {} : { wording }),
  };
}

/** A round's first records: its keys and card, immutable, and its dates, which may move. */
export function openRound(
  ledger: Ledger,
  round: string,
  secrets: Omit<RoundKey, 'v' | 'at' | 'by'>,
  opens: string,
  closes: string,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const body: RoundKey = { v: 1, ...secrets, at: deps.now(), by: deps.device };
  return [
    newRecord(deps, 'roundKey', round, body),
    ...dateRound(ledger, round, opens, closes, deps),
  ];
}

/** Moves a round's dates. Posters survive it: dates are not in the card. */
export function dateRound(
  ledger: Ledger,
  round: string,
  opens: string,
  closes: string,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  return setFields(
    ledger.book,
    { [bookPaths.roundOpens(round)]: opens, [bookPaths.roundCloses(round)]: closes },
    deps,
  );
}
