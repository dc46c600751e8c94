import type { AnswerStore } from '#store/answer-store.ts';
import type { MailboxClient } from './mailbox-client.ts';
import { pushLane, type PushEnd } from './push.ts';

/** Sends the purges that wait, one by one, under the admin's token. */
export function pushPurges(
  store: AnswerStore,
  client: MailboxClient,
  space: string,
  adminToken: string,
): Promise<PushEnd> {
  return pushLane(store, 'admin', async (batch) => {
    const [envelope] = batch;
    if (envelope === undefined) return { ok: false, code: 'badReply' };
    const reply = await client.purgeRound(adminToken, space, { envelope });
    if (!reply.ok) return reply;
    return { ok: true, value: { epoch: null, results: [{ id: envelope.id, outcome: 'stored' }] } };
  });
}
