import type { Form, Item, Section, ServiceId } from '#instruments/form.ts';
import { formOf } from '#instruments/forms.ts';
import type { Ledger } from '#projections/ledger.ts';
import type { RoundView } from '#projections/views.ts';
import { isApplicable } from '#projections/applicable-items.ts';
import { parseCard } from '#records/card.ts';
import { roundForm } from '#records/round-form.ts';
import type { TextPack } from '#records/text-pack.ts';
import { takesLateUntil } from './late-intake.ts';

/** The centre's own questions by item id and language code. */
export type LocalTexts = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        { readonly text: string; readonly options?: Readonly<Record<string, string>> | undefined }
      >
    >
  >
>;

/** What stands on a round's paper: as its card says, whatever the centre has changed since. */
export interface PaperRound {
  readonly id: string;
  readonly form: Form;
  /** Without what is about a service that the centre lacks. */
  readonly sections: readonly Section[];
  readonly services: readonly ServiceId[];
  readonly centre: string;
  readonly responsible: { readonly name: string; readonly contact: string };
  readonly localTexts: LocalTexts;
  /** What words the statements; null where they stand in the form's own words. */
  readonly wording: TextPack | null;
}

const serviceOptions: ReadonlySet<string> = new Set([
  'midwifery',
  'childHealth',
  'openPreschool',
  'socialServices',
]);

function applicable(item: Item, services: readonly ServiceId[]): readonly Item[] {
  if (item.kind === 'scale') return isApplicable(services, item) ? [item] : [];
  if (item.kind !== 'choice') return [item];
  const offered: ReadonlySet<string> = new Set(services);
  const options = item.options.filter((id) => !serviceOptions.has(id) || offered.has(id));
  return options.length === 0 ? [] : [{ ...item, options }];
}

/** A round as it is on paper; null where this app is too old for it, and for children, who never meet paper. */
export function paperRound(ledger: Ledger, round: string): PaperRound | null {
  const card = parseCard(ledger.roundKeys.get(round)?.card ?? '');
  const core = card === undefined ? undefined : formOf(card.form, card.formVersion);
  if (card === undefined || core === undefined || core.id === 'children') return null;
  const form = roundForm(core, card);
  return {
    id: round,
    form,
    sections: form.sections
      .map((section) => ({
        ...section,
        items: section.items.flatMap((item) => applicable(item, card.services)),
      }))
      .filter(({ items }) => items.length > 0),
    services: card.services,
    centre: card.centre,
    responsible: card.responsible,
    localTexts: Object.fromEntries(card.questions.map(({ id, texts }) => [id, texts])),
    wording: card.wording ?? null,
  };
}

/**
 * Whether answers on paper can be entered. `late`: the round is closed, and takes what was answered before. `revealed`:
 * the team has seen its spread, and one mark more would show whose it is. `over`: too late.
 */
export type PaperIntake = 'planned' | 'open' | 'late' | 'revealed' | 'over';

/** How a round stands to paper on a day (YYYY-MM-DD). A day that has passed closes nothing: a person does. */
export function paperIntake(ledger: Ledger, round: RoundView, today: string): PaperIntake {
  if (round.form === 'reflection' && round.revealed) return 'revealed';
  if (!round.closed) return today < round.opens ? 'planned' : 'open';
  return today <= takesLateUntil(ledger, round) ? 'late' : 'over';
}
