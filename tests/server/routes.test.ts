import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Envelope } from '#protocol/envelope.ts';
import {
  deviceListSchema,
  healthSchema,
  invitationSchema,
  kioskReportsSchema,
  paths,
  pullReplySchema,
  pushReplySchema,
  roundCardSchema,
  roundVoiceSchema,
  spaceStateSchema,
} from '#protocol/routes.ts';
import { hashToken } from '#server/tokens.ts';
import { answerOf, envelopeOf, newId, newInvite, newSpace, newToken, purgeOf } from './fixtures.ts';
import { refusalOf, setupApp, setupCentre, type Method } from './setup-app.ts';

describe('the wire', () => {
  it('tells that it is a mailbox, and whether a space needs a code', async () => {
    const open = await setupApp();
    const closed = await setupApp({ creationCode: 'ABCD-EFGH-JKLM' });
    const ask = async ({ ask }: typeof open) =>
      v.parse(healthSchema, (await ask('GET', paths.health())).json());
    const health = { service: 'spegla-mailbox', protocol: 1 };
    expect(await ask(open)).toEqual({ ...health, createNeedsCode: false });
    expect(await ask(closed)).toEqual({ ...health, createNeedsCode: true });
  });

  it('carries a centre from its first space to a second device and an answer', async () => {
    const centre = await setupCentre();
    const { ask, space, round, deviceToken, answerToken, invite } = centre;
    const again = await ask('POST', paths.spaces(), undefined, centre.createRequest);
    expect(again.statusCode).toBe(200);

    const invitation = await ask('GET', paths.invite(space, invite.invite), invite.token);
    expect(v.parse(invitationSchema, invitation.json()).envelope).toEqual(invite.request.envelope);
    const secondToken = newToken();
    const enrolment = { device: newId(), tokenHash: hashToken(secondToken) };
    const enrolled = await ask('POST', paths.devices(space), invite.token, enrolment);
    expect(enrolled.statusCode).toBe(201);
    const { epoch } = v.parse(spaceStateSchema, enrolled.json());

    const card = await ask('GET', paths.card(round), answerToken);
    expect(v.parse(roundCardSchema, card.json()).card).toBe(centre.registerRequest.card);
    const answer = answerOf(round);
    const push = { envelopes: [answer] };
    const handedIn = await ask('POST', paths.answers(round), answerToken, push);
    const results = [{ id: answer.id, outcome: 'stored' }];
    expect(v.parse(pushReplySchema, handedIn.json())).toEqual({ epoch: null, results });
    const edit = { envelopes: [envelopeOf()] };
    const pushed = await ask('POST', paths.envelopes(space), deviceToken, edit);
    expect(v.parse(pushReplySchema, pushed.json()).epoch).toBe(epoch);

    const pulled = await ask('GET', `${paths.envelopes(space)}?after=0&limit=1`, secondToken);
    const page = v.parse(pullReplySchema, pulled.json());
    expect(page).toEqual({ epoch, head: 2, next: 1, continues: true, envelopes: [answer] });
    const elsewhere = `${paths.envelopes(space)}?after=1&mark=${newId()}`;
    const restored = v.parse(pullReplySchema, (await ask('GET', elsewhere, secondToken)).json());
    expect(restored).toMatchObject({ continues: false, next: 2 });

    const kiosk = { kiosk: newId(), collected: 7, waiting: 2 };
    const reported = await ask('PUT', paths.report(round), centre.kioskToken, kiosk);
    expect([reported.statusCode, reported.body]).toEqual([204, '']);
    const reports = await ask('GET', paths.reports(space), secondToken);
    expect(v.parse(kioskReportsSchema, reports.json()).reports).toEqual([
      { round, ...kiosk, at: '2026-03-10T12:00:00.000Z' },
    ]);

    const listed = await ask('GET', paths.devices(space), centre.adminToken);
    expect(v.parse(deviceListSchema, listed.json()).devices.length).toBe(2);
    const purge = { envelope: purgeOf(round) };
    const gone = [
      await ask('POST', paths.purges(space), centre.adminToken, purge),
      await ask('DELETE', paths.device(space, enrolment.device), centre.adminToken),
      await ask('DELETE', paths.space(space), centre.adminToken),
    ];
    expect(gone.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [204, ''],
      [204, ''],
      [204, ''],
    ]);
    expect(refusalOf(await ask('GET', paths.card(round), answerToken))).toEqual([410, 'gone']);
    expect(refusalOf(await ask('GET', paths.envelopes(space), deviceToken))).toEqual([410, 'gone']);
  });

  it('hands a phone the prompts of its round, to be kept by that phone alone', async () => {
    const { ask, space, round, deviceToken, answerToken, kioskToken } = await setupCentre();
    const voice = envelopeOf({ kind: 'voice', round });
    const early = await ask('GET', paths.voice(round, voice.id), answerToken);
    expect(refusalOf(early)).toEqual([404, 'notFound']);
    expect(early.headers['cache-control']).toBe('no-store');
    await ask('POST', paths.envelopes(space), deviceToken, { envelopes: [voice] });
    for (const token of [answerToken, kioskToken]) {
      const reply = await ask('GET', paths.voice(round, voice.id), token);
      expect(v.parse(roundVoiceSchema, reply.json()).envelope).toEqual(voice);
      expect(reply.headers['cache-control']).toMatch(/^private, max-age=\d+, immutable$/);
    }
    const senseless = await ask('GET', paths.voice(round, 'short'), answerToken);
    expect(refusalOf(senseless)).toEqual([400, 'badRequest']);
  });

  it('makes a space only for who has the code, however it was typed', async () => {
    const { ask } = await setupApp({ creationCode: 'ABCD-EFGH-JKLM' });
    const { request } = newSpace();
    for (const code of [undefined, 'ABCD-EFGH-JKLN', newToken(), 'å']) {
      const reply = await ask('POST', paths.spaces(), code, request);
      expect(refusalOf(reply)).toEqual([401, 'unauthorized']);
    }
    expect((await ask('POST', paths.spaces(), 'abcdefgh-jklm', request)).statusCode).toBe(201);
    const other = { ...request, tokenHash: hashToken(newToken()) };
    const reply = await ask('POST', paths.spaces(), 'ABCD-EFGH-JKLM', other);
    expect(refusalOf(reply)).toEqual([409, 'conflict']);
  });

  it('lets each token do what the table says and nothing else', async () => {
    const centre = await setupCentre();
    const { space, round, invite, device } = centre;
    const voice = envelopeOf({ kind: 'voice', round });
    await centre.ask('POST', paths.envelopes(space), centre.deviceToken, { envelopes: [voice] });
    const tokens = {
      none: undefined,
      unknown: newToken(),
      device: centre.deviceToken,
      invite: invite.token,
      answer: centre.answerToken,
      kiosk: centre.kioskToken,
      admin: centre.adminToken, // Last: where it revokes, the invite goes.
    };
    const table: [Method, string, unknown, (keyof typeof tokens)[]][] = [
      ['PUT', paths.invite(space, newId()), {}, ['device']],
      ['GET', paths.invite(space, invite.invite), undefined, ['invite']],
      ['POST', paths.devices(space), {}, ['admin', 'invite']],
      ['GET', paths.devices(space), undefined, ['admin']],
      ['PUT', paths.round(space, newId()), {}, ['device']],
      ['GET', paths.card(round), undefined, ['answer', 'kiosk']],
      ['GET', paths.voice(round, voice.id), undefined, ['answer', 'kiosk']],
      ['POST', paths.answers(round), {}, ['answer', 'kiosk']],
      ['PUT', paths.report(round), {}, ['kiosk']],
      ['GET', paths.reports(space), undefined, ['device']],
      ['POST', paths.envelopes(space), {}, ['device']],
      ['GET', paths.envelopes(space), undefined, ['device']],
      ['POST', paths.purges(space), {}, ['admin']],
      ['DELETE', paths.device(space, newId()), undefined, ['admin']],
    ];
    for (const [method, url] of [
      ['DELETE', paths.space(space)],
      ['GET', paths.events(space)],
    ] as const) {
      expect(refusalOf(await centre.ask(method, url, tokens.invite))).toEqual([403, 'forbidden']);
      expect(refusalOf(await centre.ask(method, url))).toEqual([401, 'unauthorized']);
    }
    for (const [method, url, body, allowed] of table) {
      // Past the guard, the empty bodies are refused for what they are.
      const passed = body === undefined ? /: 20[04]$/ : /: 400$/;
      const strangers = url.startsWith('/v1/rounds/')
        ? ['none', 'unknown', 'admin', 'device', 'invite']
        : ['none', 'unknown', 'answer', 'kiosk'];
      for (const [name, token] of Object.entries(tokens)) {
        const isAllowed = allowed.some((each) => each === name);
        const refused = strangers.includes(name) ? /: 401$/ : /: 403$/;
        const { statusCode } = await centre.ask(method, url, token, body);
        expect(`${method} ${url} with the token of ${name}: ${statusCode}`).toMatch(
          isAllowed ? passed : refused,
        );
      }
    }
    const revocation = await centre.ask('DELETE', paths.device(space, device), tokens.admin);
    expect(revocation.statusCode).toBe(204);
    const revoked = await centre.ask('GET', paths.envelopes(space), tokens.device);
    expect(refusalOf(revoked)).toEqual([401, 'unauthorized']);
  });

  it('reads an invite only with its own token', async () => {
    const { ask, space, deviceToken, invite } = await setupCentre();
    const other = newInvite('2026-03-12');
    await ask('PUT', paths.invite(space, other.invite), deviceToken, other.request);
    const reply = await ask('GET', paths.invite(space, invite.invite), other.token);
    expect(refusalOf(reply)).toEqual([403, 'forbidden']);
  });

  it('keeps a batch whose one envelope is refused', async () => {
    const { ask, space, deviceToken } = await setupCentre();
    const first = envelopeOf();
    const batch: Envelope[] = [first, { ...first, sealed: 'AAAA' }, purgeOf(newId()), envelopeOf()];
    const reply = await ask('POST', paths.envelopes(space), deviceToken, { envelopes: batch });
    const { results } = v.parse(pushReplySchema, reply.json());
    const expected = ['stored', 'conflict', 'forbidden', 'stored'];
    expect(results.map(({ outcome }) => outcome)).toEqual(expected);
  });

  it('has a schema on every route', async () => {
    const { app } = await setupApp();
    const check = async () => ({});
    expect(() => app.get('/v1/unchecked', check)).toThrow(/no schema/);
    const params = v.object({ id: v.string() });
    expect(() => app.get('/v1/unchecked/:id', { schema: {} }, check)).toThrow(/no schema/);
    expect(() => app.put('/v1/unchecked/:id', { schema: { params } }, check)).toThrow(/no schema/);
    app.get('/v1/checked/:id', { schema: { params } }, check);
  });
});
