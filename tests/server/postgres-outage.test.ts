import { expect, it, onTestFinished, vi } from 'vitest';
import { errorSchema } from '#protocol/errors.ts';
import { paths } from '#protocol/routes.ts';
import * as v from 'valibot';
import { startEmbeddedServer } from './embedded-server.ts';
import { envelopeOf, newSpace } from './fixtures.ts';
import { listen } from './listen.ts';
import { runServer, send } from './server-process.ts';

it('answers "unavailable" while its database is away, lives on, and goes on when that is back', async () => {
  const database = await startEmbeddedServer();
  onTestFinished(() => database.remove());
  const url = database.url.replace('spegla@', 'spegla:password-of-the-database@');
  const server = runServer({ DATABASE_URL: url, SPEGLA_CREATE: 'open' });
  const origin = await server.origin();
  const { request, space, deviceToken } = newSpace();
  expect((await send(origin, paths.spaces(), '-', request)).status).toBe(201);
  const stream = await listen(origin, space, deviceToken);
  await stream.event();
  const kept = envelopeOf();
  const push = (envelope = envelopeOf()) =>
    send(origin, paths.envelopes(space), deviceToken, { envelopes: [envelope] });
  expect((await push(kept)).status).toBe(200);
  expect(await stream.event()).toMatchObject({ head: 1 });

  await database.stop();
  for (let turn = 0; turn < 3; turn++) {
    const refused = await push();
    expect(refused.status).toBe(503);
    expect(v.parse(errorSchema, await refused.json()).code).toBe('unavailable');
  }
  expect((await fetch(origin + paths.health())).status).toBe(200);

  await database.start();
  await vi.waitFor(async () => expect((await push(kept)).status).toBe(200), { timeout: 20_000 });
  // The stream has stayed open: whatever it was told meanwhile, it is told of what is new.
  expect((await push()).status).toBe(200);
  let head = 1;
  while (head < 2) ({ head } = await stream.event());
  expect(head).toBe(2);

  await server.complaint(/(is there again)/);
  server.signalGroup('SIGTERM');
  const { code, out, err } = await server.exited;
  expect(code).toBe(0);
  expect(err).toMatch(
    /^(?:Spegla: The database was lost: .+\nSpegla: The database is there again\.\n)+$/,
  );
  for (const secret of ['password-of-the-database', space, deviceToken, kept.id, kept.sealed]) {
    expect(out + err).not.toContain(secret);
  }
});
