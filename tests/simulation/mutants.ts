/** A fault planted into the code under test: one piece of a file's text in another's place. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** The seed that found it out last: tried first. */
  readonly seed: number;
  /** Only seen where backups are put back without a word: there the code as it is must pass the same seed. */
  readonly isUnannounced?: true;
}

const answerStore = 'src/store/answer-store.ts';
const outbox = 'src/store/outbox.ts';
const teamOutbox = 'src/store/team-outbox.ts';
const store = 'src/store/store.ts';
const push = 'src/sync/push.ts';
const pull = 'src/sync/pull.ts';
const courier = 'src/sync/courier.ts';
const envelopes = 'src/server/sqlite-envelopes.ts';
const pulls = 'src/server/sqlite-pulls.ts';

/** Every one of these must be found out by some seed: one that is not is a hole in the simulation. */
export const mutants: readonly Mutant[] = [
  {
    name: 'thanks before the disk has it',
    seed: 2,
    file: answerStore,
    find: '    append,\n    observe',
    replace: `    append: (some, origin) => {
      const done = append(some, origin);
      done.catch(() => undefined);
      const early = { added: [], known: [], conflicts: [], refused: [] };
      return Promise.race([done, Promise.resolve(early)]);
    },
    observe`,
  },
  {
    name: 'the outbox is written apart from the envelopes',
    seed: 1,
    file: answerStore,
    find: 'await rows.outbox.putMany(waiting);',
    replace:
      'setTimeout(() => void database.rows.outbox.putMany(waiting).catch(() => undefined), 5);',
  },
  {
    name: 'the store does not look whether an envelope is here already',
    seed: 1,
    file: answerStore,
    find: 'new Map(await shelf.find(rows, ids))',
    replace: 'new Map()',
  },
  {
    name: 'a newcomer takes the place of another body',
    seed: 1,
    file: answerStore,
    find: "            aside.push({ id, reason: 'conflict', envelope });",
    replace: '            await rows.envelopes.put(envelope);',
  },
  {
    name: 'the door is open to purged rounds',
    seed: 3,
    file: answerStore,
    find: "if (round !== null && purged.has(round) && envelope.kind !== 'purge') {",
    replace: 'if (round === undefined) {',
  },
  {
    name: 'a device forgets that a round was purged',
    seed: 1,
    file: store,
    find: '        await db.purged.put({ round });',
    replace: '',
  },
  {
    name: 'a purge leaves what waits in the outbox',
    seed: 1,
    file: store,
    find: '        await deleteRows(db.outbox, gone);',
    replace: '',
  },
  {
    name: 'a purge leaves what lies aside',
    seed: 1,
    file: store,
    find: '        await db.aside.filter((row) => row.envelope.round === round).delete();',
    replace: '',
  },
  {
    name: 'a purge takes its own record along',
    seed: 1,
    file: 'src/app/team/record-reader.ts',
    find: 'await store.purge(round, [...(purgeIds.get(round) ?? [])]);',
    replace: 'await store.purge(round, []);',
  },
  {
    name: 'a purge that was pulled is not carried out',
    seed: 1,
    file: 'src/app/team/record-reader.ts',
    find: 'await store.purge(round, [...(purgeIds.get(round) ?? [])]);',
    replace: '',
  },
  {
    name: 'acknowledging one empties the outbox',
    seed: 1,
    file: outbox,
    find: '        await rows.outbox.deleteMany(ids);',
    replace: '        await rows.outbox.deleteMany(await rows.outbox.keys());',
  },
  {
    name: 'what is refused for good is not kept aside',
    seed: 1,
    file: outbox,
    find: '      await rows.aside.putMany(refused);',
    replace: '',
  },
  {
    name: 'a new mailbox is offered nothing again',
    seed: 1,
    file: teamOutbox,
    find: '      const envelopes = await shelf.all();',
    replace: '      const envelopes: never[] = [];',
  },
  {
    name: 'a new mailbox is not told of the rounds',
    seed: 17,
    file: teamOutbox,
    find: '(await mailboxLife()) + 1',
    replace: 'await mailboxLife()',
  },
  {
    name: 'what goes another way is lost on it',
    seed: 1,
    file: teamOutbox,
    find: 'await db.outbox.bulkPut(free.map((row) => ({ ...row, lane: to })));',
    replace: 'await db.outbox.bulkDelete(free.map(({ id }) => id));',
  },
  {
    name: 'acknowledged before it was sent',
    seed: 1,
    file: push,
    find: '    const sending = send(batch);',
    replace: `    await store.acknowledge(batch.map(({ id }) => id));
    const sending = send(batch);`,
  },
  {
    name: "a batch's tail is lost",
    seed: 1,
    file: push,
    find: '    const sending = send(batch);',
    replace: `    const sending = send(batch.slice(0, 3)).then(async (reply) => {
      if (reply.ok) await store.acknowledge(batch.map(({ id }) => id));
      return reply;
    });`,
  },
  {
    name: 'a refusal counts as an acknowledgement',
    seed: 1,
    file: push,
    find: '  if (had.length > 0) await store.acknowledge(had.map(({ id }) => id));',
    replace: `  await store.acknowledge([...had, ...refused].map(({ id }) => id));
  if (had.length + refused.length > 0) return true;`,
  },
  {
    name: 'halving never gets smaller',
    seed: 2,
    file: push,
    find: 'limit = Math.ceil(batch.length / 2);',
    replace: 'limit = batch.length;',
  },
  {
    name: 'one spoiled envelope takes its whole batch along',
    seed: 2,
    file: push,
    find: 'if (batch.length > 1) {',
    replace: 'if (batch.length > 100) {',
  },
  {
    name: 'the cursor moves before the envelopes are on disk',
    seed: 2,
    file: pull,
    find: "    if (envelopes.length > 0) await store.append(envelopes, { from: 'elsewhere' });",
    replace: `    if (hasMoved) await store.setMeta('cursor', cursor);
    if (envelopes.length > 0) await store.append(envelopes, { from: 'elsewhere' });`,
  },
  {
    name: 'a page is taken in without its last envelope',
    seed: 1,
    file: pull,
    find: 'await store.append(envelopes, {',
    replace: 'await store.append(envelopes.slice(0, Math.max(1, envelopes.length - 1)), {',
  },
  {
    name: 'another life of the mailbox is offered nothing',
    seed: 1,
    file: pull,
    find: '      await store.offerAll();',
    replace: '',
  },
  {
    name: 'the client does not hear that the mailbox was set back',
    seed: 1,
    isUnannounced: true,
    file: pull,
    find: ' || !reply.value.continues',
    replace: '',
  },
  {
    name: 'several pages carry without a lock',
    seed: 1,
    file: 'src/sync/deliver-answers.ts',
    find: 'if (locks === undefined) return task();',
    replace: 'if (locks !== null) return task();',
  },
  {
    name: 'purges are never sent',
    seed: 1,
    file: courier,
    find: 'adminToken === null || (await',
    replace: 'adminToken !== undefined || (await',
  },
  {
    name: 'a purge that another device has sent waits here for ever',
    seed: 1,
    file: pull,
    find: '    if (purges.length > 0) await store.acknowledge(purges);',
    replace: '',
  },
  {
    name: 'waits grow for ever',
    seed: 21,
    file: 'src/sync/backoff.ts',
    find: 'nextMs = Math.min(nextMs * 2, longestMs);',
    replace: 'nextMs = nextMs * 4 + longestMs;',
  },
  {
    name: 'a request may hang for ever',
    seed: 2,
    file: 'src/sync/mailbox-request.ts',
    find: 'AbortSignal.timeout(requestTimeoutMs)',
    replace: 'new AbortController().signal',
  },
  {
    name: 'a silent event stream is waited on for ever',
    seed: 24,
    file: 'src/sync/events.ts',
    find: 'const silenceMs = eventHeartbeatMs * 2.5;',
    replace: 'const silenceMs = eventHeartbeatMs * 2_500;',
  },
  {
    name: 'the place in the sequence is taken apart from the row',
    seed: 1,
    file: envelopes,
    find: '      insertEnvelope.run(space, seq, id, kind, key, round, sealed, bytes, crc);',
    replace:
      '      setTimeout(() => insertEnvelope.run(space, seq, id, kind, key, round, sealed, bytes, crc), 30);',
  },
  {
    name: 'the mailbox does not look whether it has an envelope',
    seed: 2,
    file: envelopes,
    find: 'existing: accepted.get(id) ?? lookups.envelope(by.space, id),',
    replace: 'existing: accepted.get(id),',
  },
  {
    name: 'the mailbox forgets that a round was purged',
    seed: 1,
    file: envelopes,
    find: '        rememberRound.run(by.space, round);',
    replace: '',
  },
  {
    name: 'the mailbox purges nothing',
    seed: 1,
    file: envelopes,
    find: '        deleteRound.run(by.space, round);',
    replace: '',
  },
  {
    name: 'the head is not kept',
    seed: 1,
    file: envelopes,
    find: '    advanceSpace.run(envelopes.length, total, space);',
    replace: '',
  },
  {
    name: 'nobody is told that the head has moved',
    seed: 1,
    file: envelopes,
    find: 'for (const space of movedSpaces) tellHead(space);',
    replace: '',
  },
  {
    name: 'the mailbox answers before it has committed',
    seed: 5,
    file: 'src/server/group-commit.ts',
    find: '            return () => resolve(value);',
    replace: '            resolve(value);\n            return () => undefined;',
  },
  {
    name: 'a pull says that there is no more',
    seed: 1,
    file: pulls,
    find: 'next: isFull ? next : space.head,',
    replace: 'next: space.head,',
  },
  {
    name: 'the mailbox does not say that it was set back',
    seed: 1,
    isUnannounced: true,
    file: pulls,
    find: 'const continues = page.mark === undefined ||',
    replace: 'const continues = page.mark !== null ||',
  },
  {
    name: 'a revoked device keeps its token',
    seed: 1,
    file: 'src/server/sqlite-spaces.ts',
    find: '        deleteDevice.run(by.space, device);',
    replace: '',
  },
  {
    name: 'edits replace nothing',
    seed: 1,
    file: 'src/records/merge.ts',
    find: 'if (other !== id) replaced.add(other);',
    replace: 'if (other === id) replaced.add(other);',
  },
  {
    name: 'the last clock wins',
    seed: 1,
    file: 'src/records/merge.ts',
    find: '  const byText = new Map<string, Head>();',
    replace: `  const at = (id: string): string => edits.get(id)?.at ?? '';
  ids = ids.toSorted((a, b) => (at(a) < at(b) ? 1 : -1)).slice(0, 1);
  const byText = new Map<string, Head>();`,
  },
];
