import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { paths, type PullReply } from '../../src/protocol/routes.ts';
import {
  batchSize,
  offerBench,
  type BenchEnvelope,
  type BenchSetting,
} from '../sync/pages/bench-device.ts';

/**
 * RxDB's replication over the same server as ours: the same routes, the same batches. Its free storage for
 * browsers is Dexie on IndexedDB; the paid ones are not measured here.
 */
let database: RxDatabase;
let collection: RxCollection<BenchEnvelope>;
let setting: BenchSetting;

const text = (maxLength: number): { type: 'string'; maxLength: number } => ({
  type: 'string',
  maxLength,
});
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    v: { type: 'number' },
    id: text(22),
    kind: text(10),
    key: text(22),
    round: text(22),
    sealed: { type: 'string' },
  },
  required: ['v', 'id', 'kind', 'key', 'round', 'sealed'],
} as const;

const strip = ({ v, id, kind, key, round, sealed }: BenchEnvelope): BenchEnvelope => ({
  v,
  id,
  kind,
  key,
  round,
  sealed,
});

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = {
    authorization: `Bearer ${setting.token}`,
    ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const reply = await fetch(location.origin + path, { ...init, headers });
  if (!reply.ok) throw new Error(String(reply.status));
  // What the routes say is what their schemas say; a benchmark checks the end of it by its checksum.
  return (await reply.json()) as T;
}

offerBench({
  open: async (given) => {
    setting = given;
    const { space, tokenHash, adminTokenHash, run } = given;
    await fetch(location.origin + paths.spaces(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ space, adminTokenHash, device: space, tokenHash }),
    });
    // One page only, and its own leader: nothing of RxDB's work between tabs weighs on it here.
    database = await createRxDatabase({
      name: `rxdb-${run}`,
      storage: getRxStorageDexie(),
      multiInstance: false,
    });
    ({ envelopes: collection } = await database.addCollections<{
      envelopes: RxCollection<BenchEnvelope>;
    }>({ envelopes: { schema } }));
  },
  write: async (envelopes) => {
    for (let at = 0; at < envelopes.length; at += batchSize) {
      await collection.bulkInsert(envelopes.slice(at, at + batchSize));
    }
  },
  push: async () => {
    const replication = replicateRxCollection<BenchEnvelope, { after: number }>({
      collection,
      replicationIdentifier: 'push',
      live: false,
      waitForLeadership: false,
      push: {
        batchSize,
        handler: async (rows) => {
          const envelopes = rows.map(({ newDocumentState }) => strip(newDocumentState));
          await ask(paths.envelopes(setting.space), {
            method: 'POST',
            body: JSON.stringify({ envelopes }),
          });
          return [];
        },
      },
    });
    await replication.awaitInitialReplication();
    await replication.cancel();
  },
  pull: async () => {
    const replication = replicateRxCollection<BenchEnvelope, { after: number }>({
      collection,
      replicationIdentifier: 'pull',
      live: false,
      waitForLeadership: false,
      pull: {
        batchSize,
        handler: async (checkpoint) => {
          const after = checkpoint?.after ?? 0;
          const page = await ask<PullReply>(`${paths.envelopes(setting.space)}?after=${after}`);
          const documents = page.envelopes.map((envelope) =>
            Object.assign(envelope as BenchEnvelope, { _deleted: false }),
          );
          return { documents, checkpoint: { after: page.next } };
        },
      },
    });
    await replication.awaitInitialReplication();
    await replication.cancel();
  },
  readBack: async () => {
    const found = await collection.find().exec();
    return found.map((document) => strip(document.toJSON()));
  },
  remove: async () => {
    await database.remove();
  },
});
