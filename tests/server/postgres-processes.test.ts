import { expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { paths, spaceStateSchema } from '#protocol/routes.ts';
import type { HeadChange } from '#server/mailbox.ts';
import { envelopeOf, newSpace, valueOf } from './fixtures.ts';
import { listen } from './listen.ts';
import { newDatabase, runSql, setupPostgresMailbox } from './postgres-fixtures.ts';
import { runServer, send } from './server-process.ts';

const waitFor = (expectation: () => unknown) => vi.waitFor(expectation, { timeout: 20_000 });

/** Three server processes, started at once on one empty database, and a space in it. */
async function setupProcesses() {
  const url = await newDatabase();
  const env = { DATABASE_URL: url, SPEGLA_DATA: '/nowhere/needed' };
  const servers = [runServer(env), runServer(env), runServer(env)];
  const origins = await Promise.all(servers.map((server) => server.origin()));
  const codes = await Promise.all(servers.map((server) => server.creationCode()));
  const [one = '', two = '', three = ''] = origins;
  const space = newSpace();
  const made = await send(one, paths.spaces(), codes[2] ?? '', space.request);
  const { epoch } = v.parse(spaceStateSchema, await made.json());
  return { ...space, servers, codes, one, two, three, epoch };
}

async function remove(origin: string, path: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(origin + path, { method: 'DELETE', headers })).status;
}

it('lets several processes serve the same spaces: what one takes in, the devices at all others hear of', async () => {
  const { servers, codes, one, two, three, space, deviceToken, epoch } = await setupProcesses();
  expect(new Set(codes).size).toBe(1);
  const atTwo = await listen(two, space, deviceToken);
  const atThree = await listen(three, space, deviceToken);
  for (const { event } of [atTwo, atThree]) expect(await event()).toEqual({ epoch, head: 0 });
  const envelopes = [envelopeOf(), envelopeOf()];
  await send(one, paths.envelopes(space), deviceToken, { envelopes });
  for (const { event } of [atTwo, atThree]) expect(await event()).toEqual({ epoch, head: 2 });
  const headers = { authorization: `Bearer ${deviceToken}` };
  const pulled = await fetch(two + paths.envelopes(space), { headers });
  expect(await pulled.json()).toEqual({ epoch, head: 2, next: 2, continues: true, envelopes });
  const again = await send(three, paths.envelopes(space), deviceToken, { envelopes });
  expect(await again.json()).toMatchObject({ epoch, results: [{ outcome: 'known' }, {}] });

  for (const { signalGroup } of servers) signalGroup('SIGTERM');
  for (const { exited } of servers) expect(await exited).toMatchObject({ code: 0, err: '' });
  expect([await atTwo.line(), await atThree.line()]).toEqual([undefined, undefined]);
});

it('ends the streams at every process when a device is revoked or the space deleted at one', async () => {
  const { one, two, three, space, device, adminToken, deviceToken } = await setupProcesses();
  const other = newSpace();
  await send(two, paths.devices(space), adminToken, {
    device: other.device,
    tokenHash: other.request.tokenHash,
  });
  const revoked = await listen(two, space, deviceToken);
  const kept = await listen(three, space, other.deviceToken);
  for (const { event } of [revoked, kept]) await event();
  expect(await remove(one, paths.device(space, device), adminToken)).toBe(204);
  expect(await revoked.line()).toBeUndefined();
  expect((await listen(three, space, deviceToken)).response.status).toBe(401);
  expect(await remove(one, paths.space(space), adminToken)).toBe(204);
  expect(await kept.line()).toBeUndefined();
  expect((await listen(two, space, other.deviceToken)).response.status).toBe(410);
});

it('tells watchers what they missed while the listening connection was lost', async () => {
  const url = await newDatabase();
  const said: string[] = [];
  const watched = await setupPostgresMailbox({ report: (line) => void said.push(line) }, url);
  const written = await setupPostgresMailbox({}, url);
  const { request, byDevice, byAdmin, device } = newSpace();
  const { state } = valueOf(await written.createSpace(request));
  const heard: HeadChange[] = [];
  valueOf(await watched.watchHead(byDevice, (change) => void heard.push(change)));
  const listeners = `FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
  await waitFor(async () => expect(await runSql(url, `SELECT pid ${listeners}`)).toHaveLength(2));
  await runSql(url, `SELECT pg_terminate_backend(pid) ${listeners}`);
  valueOf(await written.pushEnvelopes(byDevice, [envelopeOf()]));
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'head', ...state, head: 1 }));
  await waitFor(() => expect(said).toContain('The database is there again.'));
  valueOf(await written.pushEnvelopes(byDevice, [envelopeOf()]));
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'head', ...state, head: 2 }));
  valueOf(await written.revokeDevice(byAdmin, device));
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'ended' }));
});
