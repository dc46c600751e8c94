import { expect, it } from 'vitest';
import { newCentreKeys } from '#app/team/device-secrets.ts';
import { mustMergeEpochs } from '#app/team/epochs.ts';
import { createKeyring } from '#app/team/keyring.ts';
import { setFields } from '#commands/set-field.ts';
import { newRecord } from '#commands/command-deps.ts';
import { toBase64url } from '#crypto/bytes.ts';
import { randomBytes, randomId } from '#crypto/random.ts';
import { epochsOfRevoked } from '#projections/device-names.ts';
import { foldLedger } from '#projections/ledger.ts';
import { bookPaths } from '#records/book-paths.ts';

const [low, high] = [`A${'a'.repeat(20)}A`, `B${'a'.repeat(20)}A`];

/** Two epochs that were made at once, by whom, and who was revoked since. */
async function setupEpochs(makers: readonly [string, string], revoked: readonly string[]) {
  const keys = await newCentreKeys(randomId(), 'Solrosen', {
    demo: false,
    mailbox: null,
    kit: null,
  });
  const keyring = createKeyring(keys.space, keys.device, keys.pair);
  for (const epoch of [low, high]) {
    await keyring.addEpoch({ epoch, replaces: ['first'], key: toBase64url(randomBytes(32)) });
  }
  const deps = { newId: randomId, now: () => '2026-11-02T09:00:00.000Z', device: keys.device };
  const fields = {
    [bookPaths.epochMaker(low)]: makers[0],
    [bookPaths.epochMaker(high)]: makers[1],
    ...Object.fromEntries(revoked.map((id) => [bookPaths.deviceRevoked(id), true])),
  };
  const ledger = foldLedger(setFields(foldLedger([]).book, fields, deps));
  keyring.avoid(epochsOfRevoked(ledger));
  const note = newRecord(deps, 'edit', null, {
    v: 1,
    path: bookPaths.centreName,
    value: 'Solrosen',
    replaces: [],
    at: deps.now(),
    by: deps.device,
  });
  const mergesAs = (device: string) =>
    mustMergeEpochs({ keyring, keys: { ...keys, device } }, ledger);
  return { writesUnder: (await keyring.seal(note)).key, mergesAs };
}

it('writes under the lowest of two keys, and its maker makes the next', async () => {
  const { writesUnder, mergesAs } = await setupEpochs(['anna', 'bo'], []);
  expect(writesUnder).toBe(low);
  expect(['anna', 'bo', 'cilla'].map(mergesAs)).toEqual([true, false, false]);
});

it('passes over the key that a revoked device made, and lets the other maker make the next', async () => {
  const { writesUnder, mergesAs } = await setupEpochs(['anna', 'bo'], ['anna']);
  expect(writesUnder).toBe(high);
  expect(['anna', 'bo', 'cilla'].map(mergesAs)).toEqual([false, true, false]);
});

it('lets anyone who stays make the next key where revoked devices made all', async () => {
  const { mergesAs } = await setupEpochs(['anna', 'bo'], ['anna', 'bo']);
  expect(['anna', 'bo', 'cilla'].map(mergesAs)).toEqual([false, false, true]);
});
