import PouchDB from 'pouchdb-browser';
import { batchSize, offerBench, type BenchEnvelope } from '../sync/pages/bench-device.ts';

/**
 * PouchDB over its IndexedDB adapter. As it comes it sends 100 documents at a time; asked for as `pouchdb-500` it is
 * given batches as large as ours.
 */
const isTuned = location.hash === '#500';
interface Doc extends Omit<BenchEnvelope, 'id'> {
  readonly _id: string;
}

let local: PouchDB<Doc>;
let remote: PouchDB<Doc>;
const options = isTuned ? { batch_size: batchSize } : {};

// An id of PouchDB's must not begin with an underscore.
const toDoc = ({ id, ...rest }: BenchEnvelope): Doc => ({ _id: `e${id}`, ...rest });
const fromDoc = ({ _id, v, kind, key, round, sealed }: Doc): BenchEnvelope => ({
  id: _id.slice(1),
  v,
  kind,
  key,
  round,
  sealed,
});

offerBench({
  open: async ({ run }) => {
    local = new PouchDB<Doc>(`pouch-${run}`, { auto_compaction: false });
    remote = new PouchDB<Doc>(`${location.origin}/db/pouch-${run}`);
    await Promise.all([local.info(), remote.info()]);
  },
  write: async (envelopes) => {
    for (let at = 0; at < envelopes.length; at += batchSize) {
      await local.bulkDocs(envelopes.slice(at, at + batchSize).map(toDoc));
    }
  },
  push: async () => {
    await local.replicate.to(remote, options);
  },
  pull: async () => {
    await local.replicate.from(remote, options);
  },
  readBack: async () => {
    const { rows } = await local.allDocs({ include_docs: true });
    return rows.map(({ doc }) => fromDoc(doc));
  },
  remove: async () => {
    await local.destroy();
  },
});
