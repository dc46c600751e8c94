import { hash } from 'node:crypto';
import * as v from 'valibot';
import type { Envelope } from '#protocol/envelope.ts';
import { paths, pullReplySchema, pushReplySchema } from '#protocol/routes.ts';
import { hashToken } from '#server/tokens.ts';
import type { Dice } from '../../simulation/engine/dice.ts';
import { ask } from './requests.ts';

export type Victim = ReturnType<typeof createVictim>;

/**
 * A centre whose mailbox is killed again and again, with a list of all that was ever offered and of what the
 * mailbox has acknowledged. Whatever is wrong comes back in words.
 */
export function createVictim(dice: Dice) {
  const newId = () => dice.bytes(16);
  const newToken = () => dice.bytes(32);
  const [space, device, round] = [newId(), newId(), newId()];
  const tokens = { admin: newToken(), device: newToken(), answer: newToken(), kiosk: newToken() };
  const offered = new Map<string, Envelope>();
  const acknowledged = new Set<string>();
  /** Sent, and no reply came: offered again, as a device does. */
  const unsure: Envelope[] = [];
  /** Ids by place, as last seen. */
  let seen: string[] = [];
  let epoch: string | null = null;

  function make(kind: 'answer' | 'edit'): Envelope {
    const sealed = dice.bytes(40 + dice.below(200));
    const id = newId();
    const envelope = {
      v: 1,
      id,
      kind,
      key: round,
      round: kind === 'answer' ? round : null,
      sealed,
    };
    offered.set(id, envelope as Envelope); // A literal 1 above.
    return envelope as Envelope;
  }
  const some = (kind: 'answer' | 'edit') =>
    Array.from({ length: 1 + dice.below(20) }, () => make(kind));

  /** Sends batch after batch until the server dies or has had enough for this minute. */
  async function keepWriting(
    origin: string,
    [path, token]: readonly [string, string],
    next: () => Envelope[],
    onAcknowledged: () => void,
  ): Promise<string[]> {
    for (;;) {
      const envelopes = next();
      const reply = await ask(origin, 'POST', path, token, { envelopes });
      if (reply.type !== 'done') {
        unsure.push(...envelopes);
        const isFault = reply.type === 'refused' && reply.status !== 429;
        return isFault ? [`a push was refused: ${reply.status} ${reply.text}`] : [];
      }
      for (const { id, outcome } of v.parse(pushReplySchema, reply.body).results) {
        if (outcome !== 'stored' && outcome !== 'known') return [`${id} was ${outcome}`];
        acknowledged.add(id);
      }
      onAcknowledged();
    }
  }

  async function pull(origin: string, from: number) {
    const envelopes: Envelope[] = [];
    for (let after = from; ;) {
      const reply = await ask(
        origin,
        'GET',
        `${paths.envelopes(space)}?after=${after}`,
        tokens.device,
      );
      if (reply.type !== 'done') return null;
      const page = v.parse(pullReplySchema, reply.body);
      envelopes.push(...page.envelopes);
      after = page.next;
      if (page.next >= page.head) return { ...page, envelopes };
    }
  }

  return {
    acknowledged: () => acknowledged.size,

    /** Makes the space and its round; again where the last time ended in death. False when this did too. */
    async found(origin: string): Promise<boolean> {
      const made = await ask(origin, 'POST', paths.spaces(), '-', {
        space,
        adminTokenHash: hashToken(tokens.admin),
        device,
        tokenHash: hashToken(tokens.device),
      });
      const registered = await ask(origin, 'PUT', paths.round(space, round), tokens.device, {
        answerTokenHash: hashToken(tokens.answer),
        kioskTokenHash: hashToken(tokens.kiosk),
        opens: '2020-01-01',
        closes: '2999-01-01',
        answerQuota: 100_000,
        kioskQuota: 100_000,
        card: hash('sha256', round, 'base64url'),
      });
      return made.type === 'done' && registered.type === 'done';
    },

    /** Two phones, a kiosk and a device write at once. Resolves when the server has died under all of them. */
    async write(origin: string, onAcknowledged: () => void): Promise<string[]> {
      const phone = [paths.answers(round), tokens.answer] as const;
      const kiosk = [paths.answers(round), tokens.kiosk] as const;
      const team = [paths.envelopes(space), tokens.device] as const;
      const again = () => unsure.splice(0, 50);
      const wrong = await Promise.all([
        keepWriting(origin, phone, () => [make('answer')], onAcknowledged),
        keepWriting(origin, phone, () => [make('answer')], onAcknowledged),
        keepWriting(origin, kiosk, () => some('answer'), onAcknowledged),
        keepWriting(origin, team, () => [...again(), ...some('edit')], onAcknowledged),
      ]);
      return wrong.flat();
    },

    /** Compares what the mailbox holds with the list: what came since the last time, or `everything`. */
    async check(origin: string, extent: 'news' | 'everything'): Promise<string[]> {
      const known = extent === 'news' ? seen : [];
      const pulled = await pull(origin, known.length);
      if (pulled === null) return ['a pull was refused'];
      const wrong: string[] = [];
      const now = [...known, ...pulled.envelopes.map(({ id }) => id)];
      const there = new Set(now);
      if (epoch !== null && epoch !== pulled.epoch) wrong.push('the epoch changed');
      if (pulled.head < seen.length) wrong.push(`the head went back to ${pulled.head}`);
      if (now.length !== pulled.head) wrong.push(`${now.length} rows up to place ${pulled.head}`);
      if (there.size !== now.length) wrong.push('an envelope is there twice');
      if (seen.some((id, place) => now[place] !== id)) wrong.push('a place was rewritten');
      for (const envelope of pulled.envelopes) {
        const isAsWritten = JSON.stringify(offered.get(envelope.id)) === JSON.stringify(envelope);
        if (!isAsWritten) wrong.push(`${envelope.id} is not what was written`);
      }
      for (const id of acknowledged)
        if (!there.has(id)) wrong.push(`${id} was acknowledged and lost`);
      epoch = pulled.epoch;
      seen = now;
      return wrong;
    },
  };
}
