import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import type { Keyring } from '#app/team/keyring.ts';
import type { OpenedBlocks } from '#app/team/opened-blocks.ts';
import { canonicalJson } from '#records/json.ts';
import type { RoundKey } from '#records/keys.ts';
import type { SpeglaRecord } from '#records/record.ts';

/*
 * Records in the clear: there is no crypto in the simulation, whose work is done on threads of its own and in its own
 * time. Everything else of an envelope is as ever.
 */

/** The team key's only epoch, as every envelope's header names it. */
const epoch = 'e'.repeat(21) + 'A';

export function toEnvelope(record: SpeglaRecord): SealedEnvelope {
  const { id, kind, round, body } = record;
  const sealed = Buffer.from(canonicalJson(body)).toString('base64url');
  return {
    v: 1,
    id,
    kind,
    key: kind === 'answer' && round !== null ? round : epoch,
    round,
    sealed,
  };
}

export function textOf(sealed: string): string {
  return Buffer.from(sealed, 'base64url').toString();
}

const opened = ({ sealed }: SealedEnvelope) => ({ ok: true as const, text: textOf(sealed) });

/** Opens everything; the real reader asks it. */
export const clearKeyring: Keyring = {
  addEpoch: async () => undefined,
  addRoundKey: async () => undefined,
  forgetRound: () => undefined,
  avoid: () => undefined,
  epochs: [],
  headEpochs: [],
  seal: async (record) => toEnvelope(record),
  sealGrant: async (record) => toEnvelope(record),
  open: async (envelope) => opened(envelope),
  openAll: async (envelopes) => envelopes.map(opened),
};

/** Blocks only save time; without them every start reads the envelopes themselves. */
export const noBlocks: OpenedBlocks = {
  load: async () => [],
  add: async () => undefined,
  forget: () => undefined,
};

/** A round's secrets are its links' tokens, without a derivation in between. */
export function roundKeyOf(
  answerToken: string,
  kioskToken: string,
  at: string,
  by: string,
): RoundKey {
  return {
    v: 1,
    key: epoch,
    form: 'reflection',
    formVersion: 1,
    year: 2026,
    publicKey: 'AAAA',
    privateKey: 'AAAA',
    linkSecret: answerToken,
    kioskSecret: kioskToken,
    card: '{}',
    cardHash: 'AAAA',
    sealedCard: 'AAAA',
    at,
    by,
  };
}
