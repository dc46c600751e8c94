import { expect, it, onTestFinished, vi } from 'vitest';
import { listen } from '#sync/events.ts';
import { eventually } from '../app/until.ts';
import { envelopeOf, newToken, valueOf } from '../server/fixtures.ts';
import { setupMailbox } from './setup-mailbox.ts';

/** Listens to the real server's stream, and says what is heard and whether it has ended. */
async function setupListener(heartbeatMs?: number) {
  const team = await setupMailbox(heartbeatMs);
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const heard = { opened: 0, more: 0, ended: false };
  const listening = listen(
    team.client,
    team.space,
    team.deviceToken,
    stop.signal,
    () => (heard.opened += 1),
    () => (heard.more += 1),
  ).then(() => {
    heard.ended = true;
  });
  await eventually(() => (heard.more >= 1 ? true : undefined)); // The stream begins with the present head.
  return { ...team, heard, stop, listening };
}

it('says when it stands, and again whenever there is more', async () => {
  const { mailbox, byDevice, heard } = await setupListener();
  expect(heard).toEqual({ opened: 1, more: 1, ended: false });
  valueOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]));
  await eventually(() => (heard.more === 2 ? true : undefined));
  valueOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]));
  await eventually(() => (heard.more === 3 ? true : undefined));
});

it('ends when it is told to, when the device is revoked, and when the server goes away', async () => {
  const told = await setupListener();
  told.stop.abort();
  await told.listening;

  const revoked = await setupListener();
  valueOf(await revoked.mailbox.revokeDevice(revoked.byAdmin, revoked.device));
  await revoked.listening;

  const closed = await setupListener();
  await closed.app.close();
  await closed.listening;
  expect([told, revoked, closed].map(({ heard }) => heard.ended)).toEqual([true, true, true]);
});

it('does not open with a token that opens nothing', async () => {
  const { client, space } = await setupMailbox();
  let opened = false;
  await listen(
    client,
    space,
    newToken(),
    new AbortController().signal,
    () => (opened = true),
    () => undefined,
  );
  expect(opened).toBe(false);
});

it('takes a long silence for a dead connection, and anything heard for a living one', async () => {
  const { mailbox, byDevice, heard, listening } = await setupListener();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  valueOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]));
  while (heard.more < 2) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(45_000);
  valueOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]));
  while (heard.more < 3) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(45_000);
  expect(heard.ended).toBe(false);

  await vi.advanceTimersByTimeAsync(6_000);
  await listening;
  expect(heard.ended).toBe(true);
});
