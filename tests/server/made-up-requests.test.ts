import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, envelopeOf, newId, newRound, newSpace, newToken, purgeOf } from './fixtures.ts';
import { refusalOf, setupCentre, type Method } from './setup-app.ts';

describe('a made-up request', () => {
  it('gets a 4xx with a code, or is right by chance, thousands of times over', async () => {
    const voices = { voicesPerAddress: 1e9, voicesPerLink: 1e9 };
    const loud = { answersPerAddress: 1e9, answersPerLink: 1e9, teamPerAddress: 1e9, ...voices };
    const centre = await setupCentre({ rates: loud });
    const { app, space, round, device, invite } = centre;
    const segment = fc.oneof(
      fc.constantFrom(
        space,
        round,
        device,
        invite.invite,
        newId(),
        '..',
        '%2e%2e',
        '',
        '%00',
        '%ff',
      ),
      fc.string({ maxLength: 30 }).map(encodeURIComponentSafely),
    );
    const shape = fc.constantFrom(
      'spaces',
      'spaces/*',
      'spaces/*/invites/*',
      'spaces/*/devices',
      'spaces/*/devices/*',
      'spaces/*/rounds/*',
      'spaces/*/envelopes',
      'spaces/*/purges',
      'spaces/*/reports',
      'rounds/*/report',
      'rounds/*/card',
      'rounds/*/voices/*',
      'rounds/*/answers',
      '*',
    );
    const path = fc
      .tuple(shape, fc.array(segment, { minLength: 2, maxLength: 2 }), fc.webQueryParameters())
      .map(([shape, segments, query]) => {
        const rest = [...segments];
        return `/v1/${shape.replaceAll('*', () => rest.shift() ?? '')}?${query}`;
      });
    // The admin's token is left out: with it the space might be deleted by a valid request.
    const authorization = fc.oneof(
      fc
        .constantFrom(centre.deviceToken, centre.answerToken, centre.kioskToken, newToken())
        .map((token) => `Bearer ${token}`),
      fc.string({ maxLength: 80 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
    );
    const good = {
      ...newSpace().request,
      ...newRound(space).request,
      ...invite.request,
      kiosk: newId(),
      collected: 3,
      waiting: 1,
      envelopes: [answerOf(round), purgeOf(round), envelopeOf()],
      envelope: purgeOf(round),
    };
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.subarray(Object.entries(good)).chain((entries) =>
        fc
          .record({
            ...Object.fromEntries(entries.map(([key, value]) => [key, fc.constant(value)])),
            extra: fc.option(fc.jsonValue(), { nil: undefined }),
          })
          .map((value) => JSON.stringify(value)),
      ),
    );
    const type = fc.constantFrom('application/json', 'application/json', 'text/html', '');
    const method = fc.constantFrom<Method[]>('GET', 'POST', 'PUT', 'DELETE', 'PATCH');
    const request = fc.record({ method, path, authorization, body, type });
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, authorization, body, type }) => {
        const reply = await app.inject({
          method,
          url: path,
          headers: { authorization, 'content-type': type },
          ...(method === 'GET' ? {} : { payload: body }),
        });
        const [status] = reply.statusCode < 400 ? [reply.statusCode] : refusalOf(reply);
        expect(status).toBeLessThan(500);
        statuses.add(status);
      }),
      { numRuns: 3_000 },
    );
    expect([...statuses]).toEqual(expect.arrayContaining([400, 401, 404]));
  });
});

/** Some strings are half a character, which no address can carry. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
