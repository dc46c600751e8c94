import { aeadKey } from '#crypto/aead.ts';
import { fromBase64url } from '#crypto/bytes.ts';
import {
  sealEnvelope,
  type OpeningKey,
  type SealedEnvelope,
  type SealingKey,
} from '#crypto/envelope-seal.ts';
import { publicKeyOf, storedPair, type HpkePair } from '#crypto/hpke.ts';
import { openMany, type OpeningJob } from '#crypto/opening-job.ts';
import { canonicalJson } from '#records/json.ts';
import type { Epoch, RoundKey } from '#records/keys.ts';
import type { SpeglaRecord } from '#records/record.ts';

export type Opened =
  | { readonly ok: true; readonly text: string }
  /** `noKey`: the key has not come (yet). `sealBroken`: it is here, and the envelope does not open. */
  | { readonly ok: false; readonly reason: 'noKey' | 'sealBroken' };

/** The keys of one centre, in memory only: team-key epochs, round keys, and this device's own pair. */
export interface Keyring {
  addEpoch(epoch: Epoch): Promise<void>;
  addRoundKey(round: string, body: RoundKey): Promise<void>;
  forgetRound(round: string): void;
  /** Epochs that revoked devices made: written under only where there is no other. */
  avoid(epochs: ReadonlySet<string>): void;
  /** All epochs, for an invite or a grant. */
  readonly epochs: readonly Epoch[];
  /** Those that no other replaces: mostly one; two where two devices made a new one at once. */
  readonly headEpochs: readonly Epoch[];
  /**
   * Seals a record for its place: answers to their round, everything else under the present epoch, or under one that
   * is about to become it.
   */
  seal(record: SpeglaRecord, under?: Epoch): Promise<SealedEnvelope>;
  /** Seals an epoch to one recipient's public key. */
  sealGrant(record: SpeglaRecord, recipient: string, publicKey: string): Promise<SealedEnvelope>;
  open(envelope: SealedEnvelope): Promise<Opened>;
  /** Many at once, off the main thread where there is another; in their order. */
  openAll(envelopes: readonly SealedEnvelope[]): Promise<readonly Opened[]>;
}

interface RoundKeys {
  readonly body: RoundKey;
  readonly pair: HpkePair;
  readonly publicKey: CryptoKey;
}

/** Texts of sealed envelopes in their order, undefined where one does not open; by whichever thread. */
type Opener = (jobs: readonly OpeningJob[]) => Promise<readonly (string | undefined)[]>;

/** An empty keyring: epochs come from grants or an invite, round keys from `roundKey` records. */
export function createKeyring(
  space: string,
  device: string,
  pair: HpkePair,
  openJobs: Opener = (jobs) => openMany(space, jobs),
): Keyring {
  const epochs = new Map<string, { epoch: Epoch; key: CryptoKey }>();
  const rounds = new Map<string, RoundKeys>();
  let avoided: ReadonlySet<string> = new Set();

  function heads(): readonly { epoch: Epoch; key: CryptoKey }[] {
    const all = [...epochs.values()].toSorted((a, b) => (a.epoch.epoch < b.epoch.epoch ? -1 : 1));
    const replaced = new Set(all.flatMap(({ epoch }) => epoch.replaces));
    const standing = all.filter(({ epoch }) => !replaced.has(epoch.epoch));
    // Honest epochs only replace older ones; a forged ring would leave nothing to write under.
    return standing.length === 0 ? all : standing;
  }

  /**
   * The epoch that no other replaces; of two at once, the one that every device agrees on: the lowest whose maker
   * stands in the team.
   */
  function presentEpoch(): { epoch: Epoch; key: CryptoKey } {
    const all = heads();
    const first = all.find(({ epoch }) => !avoided.has(epoch.epoch)) ?? all[0];
    if (first === undefined) throw new Error('no team key on this device');
    return first;
  }

  async function sealed(
    record: SpeglaRecord,
    key: string,
    sealing: SealingKey,
    cardHash: string | null,
  ): Promise<SealedEnvelope> {
    const { id, kind, round } = record;
    const context = { id, kind, round, key, space, cardHash };
    const envelope = await sealEnvelope(sealing, canonicalJson(record.body), context);
    if (envelope === undefined) throw new RangeError('the record is too long to seal');
    return envelope;
  }

  function openingKey(envelope: SealedEnvelope): OpeningKey | undefined {
    if (envelope.kind === 'grant') {
      return envelope.key === device ? { type: 'hpke', pair } : undefined;
    }
    if (envelope.kind === 'answer') {
      const keys = envelope.round === null ? undefined : rounds.get(envelope.round);
      return keys?.body.key === envelope.key ? { type: 'hpke', pair: keys.pair } : undefined;
    }
    const epoch = epochs.get(envelope.key);
    return epoch === undefined ? undefined : { type: 'aead', key: epoch.key };
  }

  /** Answers and a round's voices are bound to its card. */
  function cardHashOf(kind: string, round: string | null): string | null {
    if (round === null || (kind !== 'answer' && kind !== 'voice')) return null;
    return rounds.get(round)?.body.cardHash ?? null;
  }

  async function openAll(envelopes: readonly SealedEnvelope[]): Promise<readonly Opened[]> {
    const jobs = envelopes.flatMap((envelope): OpeningJob[] => {
      const opening = openingKey(envelope);
      const cardHash = cardHashOf(envelope.kind, envelope.round);
      return opening === undefined ? [] : [{ opening, envelope, cardHash }];
    });
    const texts = await openJobs(jobs);
    const opened = new Map(jobs.map(({ envelope }, at) => [envelope, texts[at]]));
    return envelopes.map((envelope) => {
      if (!opened.has(envelope)) return { ok: false, reason: 'noKey' };
      const text = opened.get(envelope);
      return text === undefined ? { ok: false, reason: 'sealBroken' } : { ok: true, text };
    });
  }

  return {
    openAll,
    get epochs() {
      return [...epochs.values()].map(({ epoch }) => epoch);
    },
    get headEpochs() {
      return heads().map(({ epoch }) => epoch);
    },
    addEpoch: async (epoch) => {
      if (epochs.has(epoch.epoch)) return;
      epochs.set(epoch.epoch, { epoch, key: await aeadKey(fromBase64url(epoch.key)) });
    },
    avoid: (made) => {
      avoided = made;
    },
    addRoundKey: async (round, body) => {
      if (rounds.has(round)) return;
      const roundPair = await storedPair(body);
      rounds.set(round, { body, pair: roundPair, publicKey: await publicKeyOf(body.publicKey) });
    },
    forgetRound: (round) => {
      rounds.delete(round);
    },
    seal: async (record, under) => {
      const { kind, round } = record;
      if (kind === 'answer') {
        const keys = round === null ? undefined : rounds.get(round);
        if (keys === undefined) throw new Error('an answer needs its round’s key');
        const sealing = { type: 'hpke', publicKey: keys.publicKey } as const;
        return sealed(record, keys.body.key, sealing, keys.body.cardHash);
      }
      const { epoch, key } =
        under === undefined
          ? presentEpoch()
          : { epoch: under, key: await aeadKey(fromBase64url(under.key)) };
      return sealed(record, epoch.epoch, { type: 'aead', key }, cardHashOf(kind, round));
    },
    sealGrant: async (record, recipient, publicKey) =>
      sealed(record, recipient, { type: 'hpke', publicKey: await publicKeyOf(publicKey) }, null),
    open: async (envelope) => (await openAll([envelope]))[0] ?? { ok: false, reason: 'noKey' },
  };
}
