import { describe, expect, it } from 'vitest';
import { paths } from '#protocol/routes.ts';
import { newToken } from './fixtures.ts';
import { address, refusalOf, setupApp, setupCentre } from './setup-app.ts';

describe('rates', () => {
  it('are counted per address for answers, and Retry-After says when', async () => {
    const { ask, round, answerToken, kioskToken } = await setupCentre({
      rates: { answersPerAddress: 3 },
    });
    for (const token of [answerToken, kioskToken, newToken()])
      await ask('GET', paths.card(round), token);
    const reply = await ask('GET', paths.card(round), answerToken);
    expect(refusalOf(reply)).toEqual([429, 'tooMany']);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(reply.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('are counted per link from wherever it is used', async () => {
    const { app, round, answerToken, kioskToken } = await setupCentre({
      rates: { answersPerLink: 3 },
    });
    const ask = (token: string, host: number) =>
      app.inject({
        url: paths.card(round),
        headers: { authorization: `Bearer ${token}` },
        remoteAddress: `203.0.113.${host}`,
      });
    for (const host of [1, 2, 3]) expect((await ask(answerToken, host)).statusCode).toBe(200);
    expect(refusalOf(await ask(answerToken, 4))).toEqual([429, 'tooMany']);
    expect((await ask(kioskToken, 4)).statusCode).toBe(200);
  });

  it('count recorded prompts by themselves, so that listening never stands in the way of an answer', async () => {
    const { ask, round, answerToken, kioskToken } = await setupCentre({
      rates: { voicesPerLink: 2, voicesPerAddress: 3, answersPerAddress: 1 },
    });
    const listen = async (token: string) =>
      (await ask('GET', paths.voice(round, round), token)).statusCode;
    expect([await listen(answerToken), await listen(answerToken)]).toEqual([404, 404]);
    expect(await listen(answerToken)).toBe(429);
    expect(await listen(kioskToken)).toBe(429); // The fourth from this address.
    expect((await ask('GET', paths.card(round), answerToken)).statusCode).toBe(200);
  });

  it('count a team by itself, and an IPv6 network as one address', async () => {
    const { app, ask, space, deviceToken, round, answerToken } = await setupCentre({
      rates: { teamPerAddress: 5 },
    });
    await ask('GET', paths.envelopes(space), deviceToken);
    await ask('GET', paths.envelopes(space), deviceToken);
    expect(refusalOf(await ask('GET', paths.envelopes(space), deviceToken))).toEqual([
      429,
      'tooMany',
    ]);
    expect((await ask('GET', paths.card(round), answerToken)).statusCode).toBe(200);
    const from = (remoteAddress: string) => app.inject({ url: paths.health(), remoteAddress });
    for (let host = 1; host <= 5; host++) {
      expect((await from(`2001:db8::${host}`)).statusCode).toBe(200);
    }
    expect((await from('2001:db8::6')).statusCode).toBe(429);
    expect((await from('2001:db8:0:1::6')).statusCode).toBe(200);
  });

  it('believe a forwarded address only from a trusted proxy, and survive a senseless one', async () => {
    for (const trustProxy of [false, '203.0.113.0/24']) {
      const { app } = await setupApp({ trustProxy, rates: { teamPerAddress: 2 } });
      const statuses: number[] = [];
      for (const forwarded of ['198.51.100.1', '198.51.100.2', 'fe80::1%eth0', 'nonsense']) {
        const headers = { 'x-forwarded-for': forwarded };
        const reply = await app.inject({ url: paths.health(), headers, remoteAddress: address });
        statuses.push(reply.statusCode);
      }
      expect(statuses).toEqual(trustProxy === false ? [200, 200, 429, 429] : [200, 200, 200, 200]);
    }
  });
});
