import { connect } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { errorSchema } from '#protocol/errors.ts';
import { maxBatchEnvelopes, maxBodyBytes } from '#protocol/limits.ts';
import { paths } from '#protocol/routes.ts';
import { answerOf, envelopeOf, newId, newToken } from './fixtures.ts';
import { refusalOf, setupApp, setupCentre, type Method } from './setup-app.ts';

const faultyReports: [object, RegExp][] = [
  [{ collected: 1.5 }, /^collected: /],
  [{ collected: -1 }, /^collected: /],
  [{ waiting: 100_001 }, /^waiting: /],
  [{ waiting: '3' }, /^waiting: /],
  [{ kiosk: 'tablet by the door' }, /^kiosk: /],
  [{ device: newId() }, /^device: /],
];

describe('a bad request', () => {
  it('is told what is wrong with it', async () => {
    const { ask, space, round, deviceToken, answerToken, kioskToken, registerRequest } =
      await setupCentre();
    const faulty: [Method, string, string, unknown, RegExp][] = [
      ['GET', '/v1/spaces/short/envelopes', deviceToken, undefined, /^space: /],
      ['GET', `${paths.envelopes(space)}?after=-1`, deviceToken, undefined, /^after: /],
      ['GET', `${paths.envelopes(space)}?limit=0`, deviceToken, undefined, /^limit: /],
      ['GET', `${paths.envelopes(space)}?limit=501`, deviceToken, undefined, /^limit: /],
      ['GET', `${paths.envelopes(space)}?after=1&after=2`, deviceToken, undefined, /^after: /],
      ['GET', `${paths.envelopes(space)}?after=1&mark=x`, deviceToken, undefined, /^mark: /],
      ['GET', '/v1/rounds/%00/card', answerToken, undefined, /^round: /],
      ['POST', paths.answers(round), answerToken, {}, /^envelopes: /],
      ['POST', paths.answers(round), answerToken, { envelopes: [] }, /^envelopes: /],
      ['POST', paths.answers(round), answerToken, [], /^envelopes: /],
      [
        'POST',
        paths.answers(round),
        answerToken,
        { envelopes: [answerOf(round), { ...answerOf(round), sealed: 'å' }] },
        /^envelopes\.1\.sealed: /,
      ],
      [
        'POST',
        paths.answers(round),
        answerToken,
        { envelopes: [{ ...answerOf(round), extra: 1 }] },
        /^envelopes\.0\.extra: /,
      ],
      [
        'POST',
        paths.envelopes(space),
        deviceToken,
        { envelopes: Array.from({ length: maxBatchEnvelopes + 1 }, () => envelopeOf()) },
        /^envelopes: /,
      ],
      ...faultyReports.map(([fault, message]): [Method, string, string, unknown, RegExp] => [
        'PUT',
        paths.report(round),
        kioskToken,
        { kiosk: newId(), collected: 1, waiting: 1, ...fault },
        message,
      ]),
      ...['2026-02-30x', '2026-02-30', '2026-13-01', '2026-04-31', '2025-02-29', '1999-12-31'].map(
        (closes): [Method, string, string, unknown, RegExp] => [
          'PUT',
          paths.round(space, newId()),
          deviceToken,
          { ...registerRequest, opens: '2000-01-01', closes },
          /^closes: /,
        ],
      ),
      [
        'PUT',
        paths.round(space, newId()),
        deviceToken,
        { ...registerRequest, opens: '2026-03-02', closes: '2026-03-01' },
        /must open before it closes/,
      ],
    ];
    for (const [method, url, token, body, message] of faulty) {
      const reply = await ask(method, url, token, body);
      expect(refusalOf(reply)).toEqual([400, 'badRequest']);
      expect(v.parse(errorSchema, reply.json()).message).toMatch(message);
    }
  });

  it('gets a code and a sentence for every way of not being JSON', async () => {
    const { app, round, answerToken } = await setupCentre();
    const url = paths.answers(round);
    const authorization = `Bearer ${answerToken}`;
    const json = 'application/json';
    const bodies: [string | undefined, string][] = [
      [json, '{"envelopes":'],
      [json, ''],
      [json, 'null'],
      [json, '{"__proto__":{"a":1},"envelopes":[]}'],
      [json, '\ufffd'],
      ['text/plain', '{}'],
      ['application/x-www-form-urlencoded', 'a=1'],
      ['nonsense', '{}'],
      ['application/json; charset=utf-99', '{'],
      [undefined, '{}'],
    ];
    for (const [type, payload] of bodies) {
      const headers = { authorization, ...(type === undefined ? {} : { 'content-type': type }) };
      expect(refusalOf(await app.inject({ method: 'POST', url, headers, payload }))).toEqual([
        400,
        'badRequest',
      ]);
    }
    const packed = await app.inject({
      method: 'POST',
      url,
      headers: { authorization, 'content-type': json, 'content-encoding': 'br' },
      payload: brotliCompressSync('{"envelopes":[]}'),
    });
    expect(refusalOf(packed)).toEqual([400, 'badRequest']);
  });

  it('is refused when its body is too long, before the body is read', async () => {
    const { app, round, answerToken } = await setupCentre();
    const send = (token: string) =>
      app.inject({
        method: 'POST',
        url: paths.answers(round),
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        payload: ' '.repeat(maxBodyBytes + 1),
      });
    expect(refusalOf(await send(answerToken))).toEqual([413, 'tooLarge']);
    expect(refusalOf(await send(newToken()))).toEqual([401, 'unauthorized']);
  });

  it('finds nothing at unknown paths, with unknown methods, and behind broken escapes', async () => {
    const { ask, round } = await setupCentre();
    expect(refusalOf(await ask('GET', '/v1/nothing'))).toEqual([404, 'notFound']);
    expect(refusalOf(await ask('GET', '/'))).toEqual([404, 'notFound']);
    expect(refusalOf(await ask('PATCH', paths.answers(round)))).toEqual([404, 'notFound']);
    expect(refusalOf(await ask('GET', '/v1/spaces/%zz'))).toEqual([400, 'badRequest']);
    expect(refusalOf(await ask('GET', `/v1/rounds/${'A'.repeat(3_000)}/card`))).toEqual([
      400,
      'badRequest',
    ]);
  });

  it('gets an answer even when it is not HTTP', async () => {
    const { app } = await setupApp();
    const { port } = new URL(await app.listen({ port: 0 }));
    const raw = (text: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
        let reply = '';
        socket.setEncoding('utf8');
        socket.on('data', (chunk) => (reply += String(chunk)));
        socket.on('error', reject);
        socket.on('close', () => resolve(reply));
      });
    const host = 'Host: x\r\n';
    const requests = [
      'hello\r\n\r\n',
      'GET /v1/health HTTP/9.9\r\n\r\n',
      `GET /v1/health HTTP/1.1\r\n${host}bad header\r\n\r\n`,
      `GET /v1/health HTTP/1.1\r\n${host}a: ${'x'.repeat(40_000)}\r\n\r\n`,
      `POST /v1/spaces HTTP/1.1\r\n${host}Content-Length: nine\r\n\r\n`,
      `POST /v1/spaces HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ];
    for (const request of requests) {
      const reply = await raw(request);
      expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /);
      const [, body = ''] = reply.split('\r\n\r\n');
      expect(v.parse(errorSchema, JSON.parse(body)).code).toBe('badRequest');
    }
  });
});
