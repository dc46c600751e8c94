import { browserTeamDeps } from '#app/team/browser-deps.ts';
import { openSession } from '#app/team/centre-session.ts';
import { createCardStore } from '#store/card-store.ts';
import { createKeyStore } from '#store/key-store.ts';
import { createStore } from '#store/store.ts';
import { makeLargeCentre, type YearSize } from '../../shared/pages/large-centre.ts';

declare global {
  /** Makes the centre, takes its answers in, and opens them, as a device does over the years; how many records. */
  var fillDevice: ((years: readonly number[], size: YearSize) => Promise<number>) | undefined;
}

globalThis.fillDevice = async (years, size) => {
  const deps = browserTeamDeps();
  const { keys, collected } = await makeLargeCentre(deps, years, size);
  const door = createStore(keys.space, deps.storage);
  const session = openSession(deps, keys);
  await session.refresh();
  // A round at a time, each opened before the next comes: as the years go.
  for (const envelopes of collected) {
    await door.append(envelopes, { from: 'elsewhere' });
    await session.refresh();
  }
  const { size: records } = session.reading.value.records;
  await session.stop();
  door.close();
  const keyStore = createKeyStore(deps.storage);
  await keyStore.put(keys);
  keyStore.close();
  createCardStore(deps.storage).close();
  return records;
};
