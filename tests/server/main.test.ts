import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as v from 'valibot';
import { paths, spaceStateSchema } from '#protocol/routes.ts';
import { envelopeOf, newSpace, temporaryFolder } from './fixtures.ts';
import { complaintOf, mainFile, runServer, send } from './server-process.ts';

const startFile = join(mainFile, '../../../scripts/start.mjs');

describe('the server process', () => {
  it('says where it listens and with which code a space is made', async () => {
    const folder = join(temporaryFolder(), 'new', 'data');
    const server = runServer({ SPEGLA_DATA: folder });
    const origin = await server.origin();
    const code = await server.creationCode();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(code).toMatch(/^[A-HJKMNP-RT-Y]{4}-[A-HJKMNP-RT-Y]{4}-[A-HJKMNP-RT-Y]{4}$/);
    expect((await send(origin, paths.spaces(), 'WRONG', newSpace().request)).status).toBe(401);
    expect((await send(origin, paths.spaces(), code, newSpace().request)).status).toBe(201);
    for (const name of ['creation-code', 'mailbox.sqlite']) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
  });

  it('needs no code when SPEGLA_CREATE is open', async () => {
    const server = runServer({ SPEGLA_DATA: temporaryFolder(), SPEGLA_CREATE: 'open' });
    const origin = await server.origin();
    expect((await send(origin, paths.spaces(), '-', newSpace().request)).status).toBe(201);
  });

  it('keeps code, space and envelopes over a restart', async () => {
    const folder = temporaryFolder();
    const first = runServer({ SPEGLA_DATA: folder });
    const origin = await first.origin();
    const code = await first.creationCode();
    const { request, space, deviceToken } = newSpace();
    const made = await send(origin, paths.spaces(), code, request);
    const { epoch } = v.parse(spaceStateSchema, await made.json());
    const envelopes = [envelopeOf()];
    await send(origin, paths.envelopes(space), deviceToken, { envelopes });
    first.signalGroup('SIGINT');
    expect((await first.exited).code).toBe(0);

    const second = runServer({ SPEGLA_DATA: folder });
    const headers = { authorization: `Bearer ${deviceToken}` };
    const pulled = await fetch((await second.origin()) + paths.envelopes(space), { headers });
    expect(await pulled.json()).toEqual({ epoch, head: 1, next: 1, continues: true, envelopes });
    expect(await second.creationCode()).toBe(code);
  });

  it('keeps what it has acknowledged even when it is killed', async () => {
    const folder = temporaryFolder();
    const first = runServer({ SPEGLA_DATA: folder, SPEGLA_CREATE: 'open' });
    const origin = await first.origin();
    const { request, space, deviceToken } = newSpace();
    await send(origin, paths.spaces(), '-', request);
    const envelopes = Array.from({ length: 30 }, () => envelopeOf());
    for (const envelope of envelopes) {
      await send(origin, paths.envelopes(space), deviceToken, { envelopes: [envelope] });
    }
    first.signalGroup('SIGKILL');
    await first.exited;
    const second = runServer({ SPEGLA_DATA: folder });
    const headers = { authorization: `Bearer ${deviceToken}` };
    const pulled = await fetch((await second.origin()) + paths.envelopes(space), { headers });
    expect(await pulled.json()).toMatchObject({ head: 30, envelopes });
  });

  it.each([
    ['src/server/main.ts', mainFile],
    ['scripts/start.mjs', startFile],
  ])('stops at once and cleanly on SIGTERM, with streams open (%s)', async (_name, file) => {
    const server = runServer({ SPEGLA_DATA: temporaryFolder(), SPEGLA_CREATE: 'open' }, file);
    const origin = await server.origin();
    const { request, space, deviceToken } = newSpace();
    await send(origin, paths.spaces(), '-', request);
    const headers = { authorization: `Bearer ${deviceToken}` };
    const stream = await fetch(origin + paths.events(space), { headers });
    const reader = stream.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    const started = performance.now();
    // npm hands a signal on that the whole group has had already: two of them are still one stop.
    server.signalGroup('SIGTERM');
    server.signalGroup('SIGINT');
    const { code, err } = await server.exited;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect((await reader?.read())?.done).toBe(true);
  });
});

describe('what stands in the way is said in one line', () => {
  it('when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const server = runServer({ SPEGLA_DATA: temporaryFolder(), PORT: String(port) });
    expect(await complaintOf(server)).toMatch(
      new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is in use`),
    );
  });

  it('when the data folder cannot be made', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await complaintOf(runServer({ SPEGLA_DATA: join(file, 'data') }))).toMatch(
      /data folder .* cannot be written/,
    );
    expect(await complaintOf(runServer({ SPEGLA_DATA: file }))).toMatch(
      /data folder .* cannot be written/,
    );
  });

  it('when the database is damaged, which it leaves as it was', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'mailbox.sqlite');
    writeFileSync(file, 'not a database '.repeat(1_000));
    expect(await complaintOf(runServer({ SPEGLA_DATA: folder }))).toMatch(
      /mailbox\.sqlite is damaged/,
    );
    expect(readFileSync(file, 'utf8')).toBe('not a database '.repeat(1_000));
  });

  it('when a setting makes no sense', async () => {
    const folder = temporaryFolder();
    const settings: [Record<string, string>, RegExp][] = [
      [{ PORT: 'http' }, /PORT must be/],
      [{ PORT: '70000' }, /PORT must be/],
      [{ HOST: 'no.such.host.invalid' }, /Cannot listen on no\.such\.host/],
      [{ SPEGLA_CREATE: 'yes' }, /SPEGLA_CREATE must be/],
      [{ SPEGLA_TRUST_PROXY: '1' }, /SPEGLA_TRUST_PROXY must be/],
      [{ SPEGLA_LOG: 'loud' }, /SPEGLA_LOG must be/],
    ];
    const complaints = settings.map(([env]) =>
      complaintOf(runServer({ SPEGLA_DATA: folder, ...env })),
    );
    for (const [index, line] of (await Promise.all(complaints)).entries()) {
      expect(line).toMatch(settings[index]?.[1] ?? '');
    }
  });
});
