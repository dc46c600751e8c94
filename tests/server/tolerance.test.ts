import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  healthSchema,
  paths,
  pullReplySchema,
  pushReplySchema,
  roundCardSchema,
} from '#protocol/routes.ts';
import { answerOf, envelopeOf, newId } from './fixtures.ts';
import { refusalOf, setupCentre } from './setup-app.ts';

/*
 * Phones keep the page that they loaded for months, so the mailbox meets clients that are older than it is, and
 * pages meet mailboxes that are newer. docs/protocol.md, "Versions".
 */
describe('clients and mailboxes of different ages', () => {
  it('serves a client that does not send what was added later', async () => {
    const { ask, space, round, deviceToken, answerToken } = await setupCentre();
    const envelopes = [answerOf(round)];
    const pushed = await ask('POST', paths.answers(round), answerToken, { envelopes });
    expect(pushed.statusCode).toBe(200);
    // Before there was a `mark`, and before there were reports.
    const pulled = await ask('GET', `${paths.envelopes(space)}?after=0`, deviceToken);
    expect(pulled.json()).toMatchObject({ continues: true, envelopes });
  });

  it('reads past what a query says that it does not know', async () => {
    const { ask, space, deviceToken } = await setupCentre();
    const reply = await ask('GET', `${paths.envelopes(space)}?after=0&since=noon`, deviceToken);
    expect(reply.statusCode).toBe(200);
    expect((await ask('GET', `${paths.health()}?from=2031`)).statusCode).toBe(200);
  });

  it('refuses a body that says more than it understands, rather than keep half of it', async () => {
    const { ask, space, deviceToken, round, kioskToken, registerRequest } = await setupCentre();
    const extended: ['POST' | 'PUT', string, string, object][] = [
      ['POST', paths.envelopes(space), deviceToken, { envelopes: [envelopeOf()], urgent: true }],
      ['POST', paths.envelopes(space), deviceToken, { envelopes: [{ ...envelopeOf(), v: 2 }] }],
      ['POST', paths.envelopes(space), deviceToken, { envelopes: [{ ...envelopeOf(), x: 1 }] }],
      ['PUT', paths.round(space, round), deviceToken, { ...registerRequest, colour: 'red' }],
      [
        'PUT',
        paths.report(round),
        kioskToken,
        { kiosk: newId(), collected: 1, waiting: 0, battery: 80 },
      ],
    ];
    for (const [method, url, token, body] of extended) {
      expect(refusalOf(await ask(method, url, token, body))).toEqual([400, 'badRequest']);
    }
  });

  it('lets a reply grow: a client reads what it knows and leaves the rest', () => {
    const id = newId();
    const replies = [
      [healthSchema, { service: 'spegla-mailbox', protocol: 2, createNeedsCode: true }],
      [pushReplySchema, { epoch: null, results: [{ id, outcome: 'known' }] }],
      [pullReplySchema, { epoch: id, head: 0, next: 0, continues: true, envelopes: [] }],
      [roundCardSchema, { card: 'AAAA', opens: '2026-01-01', closes: '2026-01-02' }],
    ] as const;
    for (const [schema, reply] of replies) {
      expect(v.parse(schema, { ...reply, news: { of: 2031 } })).toEqual(reply);
    }
  });
});
