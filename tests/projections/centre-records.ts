import type { FormId, Mark } from '#instruments/form.ts';
import { foldLedger, type Ledger } from '#projections/ledger.ts';
import type { MarksAnswer, TextAnswer } from '#records/answer.ts';
import type { Edit } from '#records/edit.ts';
import type { Fact } from '#records/fact.ts';
import type { JsonValue } from '#records/json.ts';
import type { RoundKey } from '#records/keys.ts';
import type { SpeglaRecord } from '#records/record.ts';

type Marks = Readonly<Record<string, Mark>>;

/** Collects the records of a made-up centre, with ids in the order of the calls. */
export function setupCentre() {
  const records: SpeglaRecord[] = [];
  const nextId = (): string => `id-${String(records.length).padStart(6, '0')}`;
  const fact = (round: string, what: Fact['what']): void => {
    records.push({ id: nextId(), kind: 'fact', round, body: { v: 1, what, at: '', by: 'd1' } });
  };
  const centre = {
    records,
    round(round: string, form: FormId, year: number): string {
      records.push({ id: nextId(), kind: 'roundKey', round, body: roundKey(form, year) });
      return round;
    },
    answer(round: string, form: FormId, marks: Marks, more: Partial<MarksAnswer> = {}): void {
      const body: MarksAnswer = {
        v: 1,
        type: 'marks',
        form,
        formVersion: 1,
        mode: 'phone',
        marks,
        choices: {},
        ...more,
      };
      records.push({ id: nextId(), kind: 'answer', round, body });
    },
    text(round: string, item: string, text: string, gender?: TextAnswer['gender']): void {
      const body: TextAnswer = { v: 1, type: 'text', form: 'parents', formVersion: 1, item, text };
      const withGender = gender === undefined ? body : { ...body, gender };
      records.push({ id: nextId(), kind: 'answer', round, body: withGender });
    },
    /** Sets a field in place of whatever stands there; returns the edit's id. */
    set(path: string, value: JsonValue, replaces?: readonly string[], by = 'd1'): string {
      const id = nextId();
      const older = records.flatMap((record) =>
        record.kind === 'edit' && record.body.path === path ? [record.id] : [],
      );
      const body: Edit = { v: 1, path, value, replaces: [...(replaces ?? older)], at: 't', by };
      records.push({ id, kind: 'edit', round: null, body });
      return id;
    },
    close: (round: string): void => fact(round, 'closed'),
    reveal: (round: string): void => fact(round, 'revealed'),
    purge(round: string): void {
      records.push({ id: nextId(), kind: 'purge', round, body: { v: 1, at: '', by: 'd1' } });
    },
    ledger: (): Ledger => foldLedger(records),
  };
  return centre;
}

export type Centre = ReturnType<typeof setupCentre>;

/** Answers one item `counts[mark]` times, each by another respondent. */
export function answerCounts(
  centre: Centre,
  round: string,
  form: FormId,
  item: string,
  counts: readonly (readonly [Mark, number])[],
): void {
  for (const [mark, count] of counts) {
    for (let n = 0; n < count; n += 1) centre.answer(round, form, { [item]: mark });
  }
}

/** A view as plain data, so that Maps compare by what they hold. */
export function plain(view: unknown): string {
  return JSON.stringify(view, (_, value: unknown) =>
    value instanceof Map ? { map: [...value] } : value,
  );
}

/** Finds the one element that must be there. */
export function only<T>(list: readonly T[], matches: (one: T) => boolean): T {
  const found = list.filter(matches);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`found ${found.length}`);
  return first;
}

function roundKey(form: FormId, year: number): RoundKey {
  return {
    v: 1,
    key: 'k',
    form,
    formVersion: 1,
    year,
    publicKey: '',
    privateKey: '',
    linkSecret: '',
    kioskSecret: '',
    card: '',
    cardHash: '',
    sealedCard: '',
    at: '',
    by: '',
  };
}
