import { paths } from '#protocol/routes.ts';
import { createStore, deleteStore, type Store } from '#store/store.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { pull } from '#sync/pull.ts';
import { pushLane } from '#sync/push.ts';
import { offerBench, type BenchEnvelope, type BenchSetting } from './bench-device.ts';

/** The product's own store and sync, against the product's own server. */
let store: Store;
let setting: BenchSetting;
const client = createMailboxClient(location.origin, (url, init) => fetch(url, init));

function mustBe(end: string, good: string): void {
  if (end !== good) throw new Error(`ended with ${end}`);
}

offerBench({
  open: async (given) => {
    setting = given;
    store = createStore(given.space);
    const { space, tokenHash, adminTokenHash } = given;
    // The same space made twice is no error: both devices may ask.
    await fetch(location.origin + paths.spaces(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ space, adminTokenHash, device: space, tokenHash }),
    });
    await store.allIds();
    // A device that has met its mailbox before: meeting a new one offers everything again.
    mustBe(await pull(store, client, space, given.token), 'current');
  },
  write: async (envelopes) => {
    for (let at = 0; at < envelopes.length; at += 500) {
      await store.append(envelopes.slice(at, at + 500), { from: 'here', lane: 'space' });
    }
  },
  push: async () => {
    const { space, token } = setting;
    const end = await pushLane(store, 'space', (envelopes) =>
      client.pushEnvelopes(token, space, envelopes),
    );
    mustBe(end, 'drained');
  },
  pull: async () => {
    mustBe(await pull(store, client, setting.space, setting.token), 'current');
  },
  // The store knows kinds by any name; these are the ones that were written here.
  readBack: async () => (await store.all()) as readonly BenchEnvelope[],
  remove: async () => {
    store.close();
    await deleteStore(setting.space);
  },
});
