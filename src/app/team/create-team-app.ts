import { signal } from '@preact/signals';
import { createCardStore, draftLifeMs } from '#store/card-store.ts';
import { createKeyStore, type CentreKeys } from '#store/key-store.ts';
import type { StorageFactory } from '#store/centre-store.ts';
import { createStore, deleteStore } from '#store/store.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { createCentre } from './create-centre.ts';
import { teamLinkOrigin } from './enrol-device.ts';
import { joinCentre } from './join-centre.ts';
import { readKit } from './kit-words.ts';
import { createLock } from './lock-intents.ts';
import { originOf } from './name-mailbox.ts';
import { openCentre } from './open-centre.ts';
import { restoreCentre } from './restore-centre.ts';
import type { CentreEntry, OpenCentre, TeamApp } from './team-app.ts';
import type { TeamDeps } from './team-deps.ts';

/** The team's page without its screens. Opens the only centre there is by itself. */
export function createTeamApp(deps: TeamDeps): TeamApp {
  const centres = signal<readonly CentreEntry[] | undefined>(undefined);
  const current = signal<OpenCentre | null>(null);
  const obstacle = signal<'insecure' | 'noStorage' | null>(null);
  const persistent = signal(false);
  const keyStore = createKeyStore(deps.storage);
  const cards = createCardStore(deps.storage);
  // Answers that were begun on this device's answering page, which nobody may open again.
  cards.dropDraftsBefore(deps.now().getTime() - draftLifeMs).catch(() => undefined);
  let open: ReturnType<typeof openCentre> | undefined;
  let openKeys: CentreKeys | undefined;
  let making: Promise<string> | undefined;

  async function list(): Promise<readonly CentreEntry[]> {
    const all = await keyStore.list();
    const entries = all.map(({ space, name, demo }) => ({ space, name, demo }));
    centres.value = entries;
    return entries;
  }

  async function close(): Promise<void> {
    const closing = open;
    open = undefined;
    openKeys = undefined;
    current.value = null;
    await closing?.stop();
  }

  async function show(space: string): Promise<void> {
    if (open?.entry.space === space || lock.intents.locked.value?.space === space) return;
    await close();
    lock.close();
    const keys = await keyStore.centre(space);
    if (keys === undefined) await lock.show(space);
    else showWith(keys);
  }

  function showWith(keys: CentreKeys): void {
    open = openCentre(deps, keyStore, cards, keys);
    openKeys = keys;
    current.value = open;
  }
  const lock = createLock(deps, keyStore, {
    openSpace: () => open?.entry.space ?? null,
    close,
    showWith,
  });

  async function start(): Promise<void> {
    if (!deps.secureContext) {
      obstacle.value = 'insecure';
      centres.value = [];
      return;
    }
    try {
      const [only, ...others] = await list();
      if (only !== undefined && others.length === 0) await show(only.space);
      if (only !== undefined) persistent.value = await deps.persist();
    } catch {
      obstacle.value = 'noStorage';
      centres.value = [];
    }
  }
  const started = start();

  return {
    centres,
    current,
    obstacle,
    persistent,
    createCentre: async (input) => {
      await started;
      const keys = await createCentre(deps, input, false);
      await keyStore.put(keys);
      await list();
      await show(keys.space);
      // Asked only now: a browser grants it more easily to a page that holds something.
      persistent.value = await deps.persist();
      return { space: keys.space, name: keys.name, demo: keys.demo };
    },
    join: async (link, deviceName, file, losesKit = false) => {
      await started;
      const joined = await joinCentre(deps, keyStore, link, deviceName, file, {
        opened: openKeys,
        losesKit,
      });
      if (!joined.ok) return joined;
      await list();
      lock.close();
      await close(); // Enrolled anew: it starts over with the mailbox that knows it now.
      await show(joined.space);
      persistent.value = await deps.persist();
      return joined;
    },
    restore: async ({ kit: text, mailbox, file, deviceName }) => {
      await started;
      const read = await readKit(text);
      if (!read.ok) return read;
      const { kit, link } = read;
      const typed = mailbox.trim() === '' ? null : originOf(mailbox);
      if (typed === undefined) return { ok: false, why: 'badAddress' };
      const origin = typed ?? (link === null ? null : teamLinkOrigin(link, deps.pageUrl));
      const space = link?.space ?? null;
      // What was locked with a code that nobody knows any more is opened anew by this.
      const restored = await restoreCentre(deps, keyStore, {
        kit,
        space,
        mailbox: origin,
        file,
        deviceName,
      });
      if (!restored.ok) return restored;
      await list();
      if (!restored.wasHere) {
        lock.close();
        await close();
      }
      await show(restored.space);
      persistent.value = await deps.persist();
      return restored;
    },
    hasMailbox: async (origin) => (await createMailboxClient(origin, deps.fetch).health()).ok,
    ...lock.intents,
    openCentre: async (space) => {
      await started;
      await show(space);
    },
    openDemo: async (progress) => {
      await started;
      const here = (await list()).find(({ demo }) => demo);
      if (here !== undefined) {
        await show(here.space);
        return;
      }
      // A second tap while it is being made waits for the first.
      making ??= import('./demo/create-demo.ts')
        .then(({ createDemo }) => createDemo(deps, keyStore, cards, progress ?? (() => undefined)))
        .finally(() => {
          making = undefined;
        });
      const space = await making;
      await list();
      await show(space);
    },
    removeCentre: async (space) => {
      await started;
      if (open?.entry.space === space) await close();
      if (lock.intents.locked.value?.space === space) lock.close();
      const rounds = await roundsIn(space, deps.storage);
      // The keys go first: without them nothing that might be left can be read.
      await keyStore.remove(space);
      await cards.forget(rounds);
      await deleteStore(space, deps.storage);
      await list();
    },
    closeCentre: async () => {
      lock.close();
      await close();
    },
    stop: async () => {
      await started;
      lock.stop();
      await close();
      keyStore.close();
      cards.close();
    },
  };
}

/** The rounds that a centre's envelopes belong to, also where the centre is not open and nothing of it is read. */
async function roundsIn(space: string, storage: StorageFactory): Promise<readonly string[]> {
  const store = createStore(space, storage);
  try {
    const envelopes = await store.all();
    return [...new Set(envelopes.flatMap(({ round }) => round ?? []))];
  } finally {
    store.close();
  }
}
