import * as v from 'valibot';
import { answerSchema, type Answer } from './answer.ts';
import { editSchema, type Edit } from './edit.ts';
import { factSchema, type Fact } from './fact.ts';
import {
  grantSchema,
  inviteSchema,
  purgeSchema,
  roundKeySchema,
  type Grant,
  type Invite,
  type Purge,
  type RoundKey,
} from './keys.ts';
import { voiceSchema, type Voice } from './voice.ts';

/** What each kind of record holds. */
export interface Bodies {
  answer: Answer;
  edit: Edit;
  fact: Fact;
  voice: Voice;
  roundKey: RoundKey;
  grant: Grant;
  invite: Invite;
  purge: Purge;
}
export type RecordKind = keyof Bodies;

interface RecordOf<K extends RecordKind> {
  readonly id: string;
  readonly kind: K;
  /** The round it belongs to, or null. */
  readonly round: string | null;
  readonly body: Bodies[K];
}

/** Something that happened. It never changes; only a purge takes it away. */
export type SpeglaRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];

const schemas: { [K in RecordKind]: v.GenericSchema<unknown, Bodies[K]> } = {
  answer: answerSchema,
  edit: editSchema,
  fact: factSchema,
  voice: voiceSchema,
  roundKey: roundKeySchema,
  grant: grantSchema,
  invite: inviteSchema,
  purge: purgeSchema,
};

export type Parsed = { ok: true; record: SpeglaRecord } | { ok: false; reason: string };

/** Parses the plain text of a record. What does not fit comes back with its reason, never as an exception. */
export function parseRecord(
  header: { id: string; kind: RecordKind; round: string | null },
  text: string,
): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'notJson' };
  }
  const result = v.safeParse(schemas[header.kind], json);
  if (!result.success) {
    return { ok: false, reason: `badShape: ${v.getDotPath(result.issues[0]) ?? ''}` };
  }
  // The schema that was used belongs to the header's kind, which the compiler cannot follow through a union.
  return { ok: true, record: { ...header, body: result.output } as SpeglaRecord };
}
