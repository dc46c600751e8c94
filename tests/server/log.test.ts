import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { paths } from '#protocol/routes.ts';
import { answerOf } from './fixtures.ts';
import { address, refusalOf, setupCentre } from './setup-app.ts';

describe('the log', () => {
  it('holds method, route, status and time, and never an address, a token, an id or a body', async () => {
    const lines: string[] = [];
    const log = { level: 'trace', stream: { write: (line: string) => void lines.push(line) } };
    const { app, ask, space, round, answerToken, deviceToken } = await setupCentre({ log });
    const answer = answerOf(round);
    const replies = [
      await ask('GET', paths.card(round), answerToken),
      await ask('POST', paths.answers(round), answerToken, { envelopes: [answer] }),
      await ask('POST', paths.answers(round), answerToken, { envelopes: [{ ...answer, v: 2 }] }),
      await ask('GET', `/v1/rounds/${round}/%zz`, answerToken),
      await ask('GET', `/v1/${round}?token=${answerToken}`),
      await ask('GET', paths.envelopes(space), deviceToken),
    ];
    const forwarded = { 'x-forwarded-for': address, 'user-agent': 'a phone', referer: round };
    await app.inject({ url: paths.card(round), headers: forwarded });
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 400, 400, 404, 200]);
    const text = lines.join('');
    const secrets = [address, round, space, answerToken, deviceToken, answer.id, answer.sealed];
    for (const secret of [...secrets, 'a phone', '127.0.0.1']) expect(text).not.toContain(secret);
    expect(
      lines.map((line) => v.parse(v.record(v.string(), v.unknown()), JSON.parse(line))),
    ).toContainEqual({
      level: 30,
      time: expect.any(String),
      method: 'POST',
      route: '/v1/rounds/:round/answers',
      status: 200,
      ms: expect.any(Number),
    });
  });

  it('holds the stack of a fault of ours, of which the wire tells nothing', async () => {
    const lines: string[] = [];
    const log = { level: 'warn', stream: { write: (line: string) => void lines.push(line) } };
    const { mailbox, ask, round, answerToken } = await setupCentre({ log });
    await mailbox.close();
    const reply = await ask('GET', paths.card(round), answerToken);
    expect(refusalOf(reply)).toEqual([503, 'unavailable']);
    expect(lines.join('')).toContain('a request failed');
    expect(lines.join('')).not.toContain(address);
  });
});
