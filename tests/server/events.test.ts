import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '#server/app.ts';
import {
  answerOf,
  envelopeOf,
  newRound,
  newSpace,
  setupSqliteMailbox,
  valueOf,
} from './fixtures.ts';
import { listen } from './listen.ts';

/** A listening server with a space and a round in it. */
async function setupServer(heartbeatMs = 60_000) {
  const mailbox = setupSqliteMailbox();
  const app = await buildApp({ mailbox, heartbeatMs });
  onTestFinished(() => app.close());
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const space = newSpace();
  const { state } = valueOf(await mailbox.createSpace(space.request));
  const round = newRound(space.space, { closes: '9999-01-01' });
  valueOf(await mailbox.registerRound(space.byDevice, round.round, round.request));
  return { app, mailbox, origin, ...space, ...round, epoch: state.epoch };
}

describe('the event stream', () => {
  it('says where the head is at once, and again whenever it moves', async () => {
    const { mailbox, origin, space, deviceToken, epoch, ...by } = await setupServer();
    const { response, event } = await listen(origin, space, deviceToken);
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await event()).toEqual({ epoch, head: 0 });
    valueOf(await mailbox.pushEnvelopes(by.byDevice, [envelopeOf(), envelopeOf()]));
    expect(await event()).toEqual({ epoch, head: 2 });
    valueOf(await mailbox.pushEnvelopes(by.byAnswer, [answerOf(by.round)]));
    expect(await event()).toEqual({ epoch, head: 3 });
  });

  it('beats when nothing happens, so that a dead connection is noticed', async () => {
    const { origin, space, deviceToken } = await setupServer(20);
    const { event, line } = await listen(origin, space, deviceToken);
    await event();
    expect([await line(), await line()]).toEqual(['', '']);
  });

  it('ends when its device is revoked, and not when another is', async () => {
    const { mailbox, origin, space, device, deviceToken, byAdmin } = await setupServer();
    const { event, line } = await listen(origin, space, deviceToken);
    await event();
    valueOf(await mailbox.revokeDevice(byAdmin, newSpace().device));
    valueOf(await mailbox.revokeDevice(byAdmin, device));
    expect(await line()).toBeUndefined();
    const again = await listen(origin, space, deviceToken);
    expect(again.response.status).toBe(401);
  });

  it('ends when its space is deleted', async () => {
    const { mailbox, origin, space, deviceToken, byAdmin } = await setupServer();
    const { event, line } = await listen(origin, space, deviceToken);
    await event();
    valueOf(await mailbox.deleteSpace(byAdmin));
    expect(await line()).toBeUndefined();
    expect((await listen(origin, space, deviceToken)).response.status).toBe(410);
  });

  it('ends first when the server closes, which then has nothing to wait for', async () => {
    const { app, origin, space, deviceToken } = await setupServer();
    const streams = await Promise.all([1, 2, 3].map(() => listen(origin, space, deviceToken)));
    for (const { event } of streams) await event();
    const started = performance.now();
    await app.close();
    expect(performance.now() - started).toBeLessThan(2_000);
    for (const { line } of streams) expect(await line()).toBeUndefined();
  });

  it('survives listeners who hang up without a word', async () => {
    const { mailbox, origin, space, deviceToken, byDevice, epoch } = await setupServer(5);
    for (let turn = 0; turn < 20; turn++) {
      const { event, hangUp } = await listen(origin, space, deviceToken);
      await event();
      hangUp();
      valueOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]));
    }
    const { event } = await listen(origin, space, deviceToken);
    expect(await event()).toEqual({ epoch, head: 20 });
  });
});
