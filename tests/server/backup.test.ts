import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Envelope } from '#protocol/envelope.ts';
import { paths } from '#protocol/routes.ts';
import { hashToken } from '#server/tokens.ts';
import type { Store } from '#store/store.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { pull } from '#sync/pull.ts';
import { pushLane } from '#sync/push.ts';
import { idsOf, setupStoreOf } from '../sync/setup-mailbox.ts';
import {
  answerOf,
  envelopeOf,
  newId,
  newRound,
  newSpace,
  newToken,
  setupSqliteMailbox,
  temporaryFolder,
  valueOf,
} from './fixtures.ts';
import { ask } from './torture/requests.ts';
import { mainFile, startMortalServer } from './torture/mortal-server.ts';

/** Runs one of the scripts as an operator does. */
async function runScript(name: 'backup' | 'restore', dataFolder: string, ...options: string[]) {
  const file = fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, ...options], {
    env: { PATH: process.env['PATH'] ?? '', SPEGLA_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const [code] = await once(child, 'close');
  return { code: Number(code), out, err };
}

async function startServer(folder: string) {
  const server = startMortalServer(folder, mainFile);
  onTestFinished(() => server.kill());
  const started = await server.listening;
  if (!started.ok) throw new Error(started.said);
  return { ...server, origin: started.origin };
}

const some = (length: number) => Array.from({ length }, () => envelopeOf());

describe('a backup that is restored', () => {
  it('loses nothing of what devices wrote after it', async () => {
    const folder = temporaryFolder();
    const backups = join(temporaryFolder(), 'backups');
    const first = await startServer(folder);
    const { space, adminToken, deviceToken, request } = newSpace();
    const round = newRound(space, { closes: '2999-01-01' });
    const second = { device: newId(), token: newToken() };
    const enrolment = { device: second.device, tokenHash: hashToken(second.token) };
    const rounds = paths.round(space, round.round);
    await ask(first.origin, 'POST', paths.spaces(), '-', request);
    await ask(first.origin, 'POST', paths.devices(space), adminToken, enrolment);
    await ask(first.origin, 'PUT', rounds, deviceToken, round.request);
    const [mine, hers] = [setupStoreOf(space), setupStoreOf(space)];

    /** As a courier goes about it: push, pull, and once more where the pull found another life. */
    async function sync(store: Store, token: string, origin: string) {
      const client = createMailboxClient(origin, (url, init) => fetch(url, init));
      for (let turn = 0; turn < 2; turn++) {
        const send = (envelopes: readonly Envelope[]) =>
          client.pushEnvelopes(token, space, envelopes);
        expect(await pushLane(store, 'space', send)).toBe('drained');
        expect(await pull(store, client, space, token)).toBe('current');
      }
    }
    const write = (store: Store, envelopes: Envelope[]) =>
      store.append(envelopes, { from: 'here', lane: 'space' });

    await write(mine, some(30));
    await sync(mine, deviceToken, first.origin);
    await sync(hers, second.token, first.origin);

    // The backup is made while a device writes on.
    const writing = (async () => {
      for (let batch = 0; batch < 20; batch++) {
        await write(mine, some(5));
        await sync(mine, deviceToken, first.origin);
      }
    })();
    const made = await runScript('backup', folder, backups);
    await writing;
    expect(made).toMatchObject({ code: 0, err: '' });
    const [name = ''] = readdirSync(backups);
    expect(statSync(join(backups, name)).mode & 0o077).toBe(0);

    // After it: a phone, and both devices; hers has not met what mine wrote.
    const answers = [answerOf(round.round), answerOf(round.round)];
    await ask(first.origin, 'POST', paths.answers(round.round), round.answerToken, {
      envelopes: answers,
    });
    await write(mine, some(10));
    await sync(mine, deviceToken, first.origin);
    const late = some(5);
    await write(hers, late);
    const everything = idsOf([...(await mine.all()), ...late]);
    await first.kill();
    rmSync(join(folder, 'mailbox.sqlite'));

    const restored = await runScript('restore', folder, join(backups, name));
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toContain('spaces (1) has a new epoch');
    const again = await startServer(folder);
    await sync(mine, deviceToken, again.origin);
    await sync(hers, second.token, again.origin);
    await sync(mine, deviceToken, again.origin);
    const fresh = setupStoreOf(space);
    await sync(fresh, second.token, again.origin);
    for (const store of [mine, hers, fresh]) expect(idsOf(await store.all())).toEqual(everything);
    expect(everything).toEqual(expect.arrayContaining(idsOf(answers)));
  });

  it('begins a new epoch, and keeps beside it what stood there before', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'mailbox.sqlite');
    const mailbox = setupSqliteMailbox({}, file);
    const { request, byDevice } = newSpace();
    const { state } = valueOf(await mailbox.createSpace(request));
    const made = await runScript('backup', folder, join(folder, 'backups'));
    expect(made.code).toBe(0);
    await mailbox.close();
    const [name = ''] = readdirSync(join(folder, 'backups'));
    const restored = await runScript('restore', folder, join(folder, 'backups', name));
    const [, aside = ''] = /before: (\S+)/.exec(restored.out) ?? [];
    expect(aside).toMatch(/mailbox\.sqlite\.before-/);
    expect(existsSync(aside)).toBe(true);
    const again = setupSqliteMailbox({}, file);
    const page = valueOf(await again.pull(byDevice, { after: 0, limit: 1 }));
    expect(page.epoch).not.toBe(state.epoch);
    await again.close();
    expect(readdirSync(folder).filter((entry) => entry.includes('restoring'))).toEqual([]);
  });
});

describe('what stands in the way of a backup or a restore is said in one line', () => {
  it('and a backup that failed, or was killed long ago, leaves nothing beside the good ones', async () => {
    const folder = temporaryFolder();
    const backups = join(folder, 'backups');
    mkdirSync(backups);
    const damaged = new DatabaseSync(join(folder, 'mailbox.sqlite'));
    damaged.exec('CREATE TABLE recipe (name TEXT)');
    damaged.close();
    const names = ['killed', 'at-work'].map((name) => `mailbox-${name}.sqlite.part`);
    const [killed = '', atWork = ''] = names;
    for (const name of [...names, 'note.part']) writeFileSync(join(backups, name), '');
    for (const name of [killed, 'note.part']) utimesSync(join(backups, name), 0, 0);
    const made = await runScript('backup', folder, backups);
    expect(made).toMatchObject({ code: 1, out: '' });
    expect(made.err).toMatch(/belongs to something else/);
    expect(readdirSync(backups).toSorted()).toEqual([atWork, 'note.part']);
  });

  it('when there is nothing to copy, no folder is named, or the backup is none', async () => {
    const folder = temporaryFolder();
    const notOne = join(folder, 'note.txt');
    writeFileSync(notOne, 'this is no database at all, however long it may be. '.repeat(40));
    const ends = await Promise.all([
      runScript('backup', folder, join(folder, 'backups')),
      runScript('backup', folder),
      runScript('restore', folder),
      runScript('restore', folder, notOne),
      runScript('restore', folder, join(folder, 'nowhere')),
      runScript('restore', folder, '--new-epochs'),
    ]);
    const said = [
      /could not be copied/,
      /usage/,
      /usage/,
      /is damaged/,
      /was not restored/,
      /DATABASE_URL/,
    ];
    for (const [index, { code, out, err }] of ends.entries()) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^[^\n]+\n$/);
      expect(err).toMatch(said[index] ?? '');
    }
  });

  it('when the server still runs on what would be replaced', async () => {
    const folder = temporaryFolder();
    const mailbox = setupSqliteMailbox({}, join(folder, 'mailbox.sqlite'));
    const { request, byDevice } = newSpace();
    valueOf(await mailbox.createSpace(request));
    await runScript('backup', folder, join(folder, 'backups'));
    const [name = ''] = readdirSync(join(folder, 'backups'));
    const refused = await runScript('restore', folder, join(folder, 'backups', name));
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/is in use\. Stop its server first\.\n$/);
    const pushed = valueOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]));
    expect(pushed.results[0]?.outcome).toBe('stored');
  });
});
