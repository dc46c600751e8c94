import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { newDeviceAeadKey } from '#crypto/aead.ts';
import { hpkeOpen, hpkeSeal, newDevicePair } from '#crypto/hpke.ts';
import { createKeyStore } from '#store/key-store.ts';

it('keeps a device pair that opens what was sealed to it, though its private half never left the browser', async () => {
  const keys = createKeyStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const pair = await newDevicePair();
  await keys.put({
    space: 'space',
    name: 'Solrosen',
    demo: false,
    device: 'device',
    pair,
    storageKey: await newDeviceAeadKey(),
    sealedRoot: new Uint8Array(3),
    sealedToken: new Uint8Array(2),
    sealedKit: null,
    mailbox: null,
  });
  const plain = Uint8Array.of(1, 2, 3);
  const sealed = await hpkeSeal(pair.publicKey, plain, 'test', new Uint8Array());

  const kept = await keys.centre('space');
  if (kept === undefined) throw new Error('the centre is gone');

  expect(kept.pair.privateKey.extractable).toBe(false);
  expect(await hpkeOpen(kept.pair, sealed, 'test', new Uint8Array())).toEqual(plain);
});
