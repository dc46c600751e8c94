import { expect, onTestFinished } from 'vitest';
import * as v from 'valibot';
import { errorSchema, type ErrorCode } from '#protocol/errors.ts';
import { paths } from '#protocol/routes.ts';
import { buildApp, type AppOptions } from '#server/app.ts';
import { newInvite, newRound, newSpace, setupSqliteMailbox } from './fixtures.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH';
/** Whose requests `ask` makes. */
export const address = '203.0.113.77';

/** The real app on a real database, and a client of it. */
export async function setupApp(options: Partial<AppOptions> = {}) {
  const mailbox = setupSqliteMailbox({ now: () => new Date('2026-03-10T12:00:00Z') });
  const app = await buildApp({ mailbox, ...options });
  onTestFinished(() => app.close());
  async function ask(method: Method, url: string, token?: string, body?: unknown) {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const payload = body === undefined ? {} : { payload: JSON.parse(JSON.stringify(body)) };
    return app.inject({ method, url, headers, remoteAddress: address, ...payload });
  }
  return { app, mailbox, ask };
}

/** An app with a space, a round and an open invite in it. */
export async function setupCentre(options: Partial<AppOptions> = {}) {
  const server = await setupApp(options);
  const space = newSpace();
  const round = newRound(space.space);
  const invite = newInvite('2026-03-12');
  const { ask } = server;
  const replies = [
    await ask('POST', paths.spaces(), undefined, space.request),
    await ask('PUT', paths.round(space.space, round.round), space.deviceToken, round.request),
    await ask('PUT', paths.invite(space.space, invite.invite), space.deviceToken, invite.request),
  ];
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([201, 204, 204]);
  const { request: createRequest, ...centre } = space;
  const { request: registerRequest, ...ofRound } = round;
  return { ...server, ...centre, ...ofRound, createRequest, registerRequest, invite };
}

export type Reply = Awaited<ReturnType<Awaited<ReturnType<typeof setupApp>>['ask']>>;

/** Status and code of a refusal, which must be in the wire's words and tell nothing of the machinery behind it. */
export function refusalOf(reply: Reply): [number, ErrorCode] {
  expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
  const { code, message } = v.parse(v.strictObject(errorSchema.entries), reply.json());
  expect(message).toMatch(/^\S.{5,250}$/);
  expect(reply.body).not.toMatch(/FST_|node_modules|\.ts:|SQLITE/);
  return [reply.statusCode, code];
}
