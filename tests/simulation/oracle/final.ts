import { isDeepStrictEqual } from 'node:util';
import type { StoredEnvelope } from '#store/centre-store.ts';
import { BrokenPromise, type TeamDevice, type World } from '../world/world.ts';
import { lookAtDisk, lookAtMailbox, type OnDisk } from './audit.ts';
import { expectedFold, foldOf } from './fold.ts';

const members = ({ team }: World): TeamDevice[] => team.filter(({ isRevoked }) => !isRevoked);

/** What is not as it must be at the end, of all machines; empty when the world has come to rest. */
function* openEnds(world: World): Generator<string> {
  const mailbox = lookAtMailbox(world);
  if (mailbox === undefined) {
    yield 'the mailbox is down';
    return;
  }
  const wanted = new Set(mailbox.rows.map(({ id }) => id));
  for (const { machine } of members(world)) {
    const here = lookAtDisk(world, machine);
    if (here === undefined) {
      yield `${machine.name} writes`;
      continue;
    }
    if (here.outbox.size > 0) {
      yield `${machine.name} has ${here.outbox.size} waiting (${[...new Set(here.outbox.values())].join()})`;
    }
    for (const [id, envelope] of here.envelopes) {
      if (!wanted.has(id) && !world.notes.spoiled.has(id)) {
        yield `${machine.name} has ${envelope.kind} ${id}, which is not in the mailbox`;
        break;
      }
    }
    for (const id of wanted) {
      if (!here.envelopes.has(id)) {
        yield `${machine.name} lacks ${id}`;
        break;
      }
    }
    const { after, epoch } = here.cursor ?? {};
    if (epoch !== mailbox.epoch || after !== mailbox.head) {
      yield `${machine.name} stands at ${after ?? 0} of ${mailbox.head}`;
    }
  }
  const rounds = new Set(mailbox.rows.filter(isRoundKey).map(({ round }) => String(round)));
  for (const round of rounds) {
    if (!mailbox.rounds.has(round)) yield `the mailbox knows no link of ${round}`;
  }
  for (const { machine } of [...world.team.filter((one) => one.isRevoked), ...world.answerers]) {
    for (const lane of lookAtDisk(world, machine)?.outbox.values() ?? []) {
      if (rounds.has(lane)) {
        yield `${machine.name} has answers waiting in ${lane}`;
        break;
      }
    }
  }
}

const isRoundKey = ({ kind }: StoredEnvelope): boolean => kind === 'roundKey';

export function isSettled(world: World): boolean {
  return openEnds(world).next().done === true;
}

export function unsettled(world: World): string {
  return [...openEnds(world)].slice(0, 5).join('; ');
}

/** Every promise that is about the end. The world is at rest. */
export function assertFinal(world: World): void {
  const { notes } = world;
  const mailbox = lookAtMailbox(world);
  const broken = (promise: string, what: string): never => {
    throw new BrokenPromise(promise, what);
  };
  const final = new Map(mailbox?.rows.map((row) => [row.id, row]));
  if (final.size !== mailbox?.rows.length) broken('each body once', 'the mailbox has an id twice');
  const purges = [...final.values()].filter(({ kind }) => kind === 'purge');
  const purged = new Set(purges.map(({ round }) => round));

  for (const { id, kind, round, sealed } of final.values()) {
    if (round !== null && kind !== 'purge' && purged.has(round)) {
      broken('purged stays purged', `the mailbox has ${kind} ${id} of ${round}`);
    }
    if (notes.made.get(id)?.envelope.sealed !== sealed) {
      broken('each body once', `${id} has another body than it was made with`);
    }
  }
  const disks = new Map(
    [...world.team, ...world.answerers].map(({ machine }) => [
      machine.name,
      lookAtDisk(world, machine),
    ]),
  );
  for (const [id, { envelope, machine, isThanked }] of notes.made) {
    const { round } = envelope;
    if (!isThanked || final.has(id) || (round !== null && purged.has(round))) continue;
    const at = disks.get(machine);
    if (notes.spoiled.has(id)) {
      const isAside =
        at?.aside.some((row) => row.id === id && row.reason === 'badRequest') === true;
      if (!isAside && !isOut(world, machine)) {
        broken('what no mailbox takes is kept aside', `${id} is not, on ${machine}`);
      }
      continue;
    }
    if (at !== undefined && isRightlyKept(world, machine, at, id)) continue;
    broken('acknowledged ⊆ final', `${envelope.kind} ${id} of ${machine} is nowhere`);
  }

  const expected = expectedFold([...final.values()]);
  for (const device of members(world)) {
    for (const page of device.pages) {
      const fold = foldOf(page.ledger());
      if (!isDeepStrictEqual(fold, expected)) {
        broken('all devices converge to the same fold', `${device.machine.name} shows another one`);
      }
    }
  }
}

/** What may stay on one machine for ever: it says so there, and can be exported. */
function isRightlyKept(world: World, name: string, at: OnDisk, id: string): boolean {
  const isAside = at.aside.some(
    ({ envelope, reason }) => envelope.id === id && reason !== 'badRequest',
  );
  const isMember = members(world).some(({ machine }) => machine.name === name);
  // The team's devices offer again what a mailbox has lost; a phone or a revoked device cannot know of it.
  const isLost = world.notes.lostByOperator.has(id) && at.envelopes.has(id);
  // A phone keeps what came after the closing, a revoked device what it may not send.
  return !isMember && (isLost || isAside || at.outbox.has(id));
}

function isOut({ team }: World, name: string): boolean {
  return team.some(({ machine, isRevoked }) => machine.name === name && isRevoked);
}
