import { importEverything } from '#app/team/centre-file.ts';
import type { CentreSession } from '#app/team/centre-session.ts';
import { newRecord, type CommandDeps } from '#commands/command-deps.ts';
import { setFields } from '#commands/set-field.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { toExchangeFile } from '#sync/exchange-file.ts';
import { lookAtDisk } from '../oracle/audit.ts';
import { openAnswerPage } from './answer-page.ts';
import { roundKeyOf, toEnvelope } from './clear-records.ts';
import { countFault } from './weather.ts';
import { kioskPage, type AnswerDevice, type TeamDevice, type World } from './world.ts';

/** What people do on their devices. Whatever fails under their hands, they leave: the oracle knows what was promised. */
export interface People {
  readonly edit: () => void;
  readonly stateFact: () => void;
  readonly openRound: () => void;
  readonly hangPoster: () => void;
  readonly answer: () => void;
  readonly purge: () => void;
  readonly saveFile: () => void;
  readonly takeFileIn: () => void;
  readonly forge: () => void;
  readonly spoil: () => void;
  readonly recordVoice: () => void;
}

const paths = ['centre/name', 'goals/a/text', 'goals/b/text', 'plan/x', 'plan/y', 'tally/z'];

export function createPeople(world: World): People {
  const { dice, notes, team, answerers, space } = world;
  const ids = dice.fork();
  const newId = (): string => ids.bytes(16);
  const files: string[] = [];
  let values = 0;

  const depsOf = ({ member }: TeamDevice): CommandDeps => ({
    newId,
    now: () => new Date().toISOString(),
    device: member.device,
  });
  /** Somebody at a running device of the team; nobody where all are off. */
  function at(task: (device: TeamDevice) => Promise<unknown>, of = team): void {
    const running = of.filter(({ pages }) => pages.length > 0);
    if (running.length === 0) return;
    const device = dice.pick(running);
    device.machine.run(() => void task(device).catch(() => undefined));
  }
  const pageOf = ({ pages }: TeamDevice) => dice.pick(pages);
  const knownRounds = (device: TeamDevice): string[] => [
    ...(device.pages[0]?.ledger().roundKeys.keys() ?? []),
  ];

  function marksOf(round: string): SpeglaRecord[] {
    const marks = newRecord({ newId }, 'answer', round, {
      v: 1,
      type: 'marks',
      form: 'reflection',
      formVersion: 1,
      mode: 'phone',
      marks: { a1: 1 + dice.below(6) },
      choices: {},
    });
    if (dice.chance(0.7)) return [marks];
    const text = `text ${(values += 1)}`;
    const body = {
      v: 1,
      type: 'text',
      form: 'reflection',
      formVersion: 1,
      item: 't',
      text,
    } as const;
    return [marks, newRecord({ newId }, 'answer', round, body)];
  }

  return {
    edit: () =>
      at((device) => {
        const path = dice.pick(paths);
        const value = dice.chance(0.2) ? 'the same' : `value ${(values += 1)}`;
        return pageOf(device).act(({ book }) => setFields(book, { [path]: value }, depsOf(device)));
      }),
    stateFact: () =>
      at((device) => {
        const rounds = knownRounds(device);
        if (rounds.length === 0) return Promise.resolve();
        const deps = depsOf(device);
        const what = dice.pick(['revealed', 'closed', 'handedIn'] as const);
        const body = { v: 1, what, at: deps.now(), by: device.member.device } as const;
        return pageOf(device).act(() => [newRecord(deps, 'fact', dice.pick(rounds), body)]);
      }),
    openRound: () =>
      at((device) => {
        const deps = depsOf(device);
        const keys = roundKeyOf(ids.bytes(32), ids.bytes(32), deps.now(), device.member.device);
        return pageOf(device).act(() => [newRecord(deps, 'roundKey', newId(), keys)]);
      }),
    hangPoster: () =>
      at(async (device) => {
        const rounds = [...(device.pages[0]?.ledger().roundKeys ?? [])];
        if (rounds.length === 0) return;
        const [round, keys] = dice.pick(rounds);
        for (const one of dice.shuffled(answerers).slice(0, 1 + dice.below(4))) {
          if (one.link !== undefined) continue;
          one.link = { space, round, token: one.isKiosk ? keys.kioskSecret : keys.linkSecret };
          one.machine.start();
        }
        if (device.kioskLink === undefined && dice.chance(0.8)) {
          device.kioskLink = { space, round, token: keys.kioskSecret };
          device.kiosk = openAnswerPage(device.machine, kioskPage, device.kioskLink, notes);
        }
      }),
    answer: () => {
      const phones = answerers.filter(({ page }) => page !== undefined);
      const kiosks = team.filter(({ kiosk }) => kiosk !== undefined);
      if (phones.length + kiosks.length === 0) return;
      const device: AnswerDevice | TeamDevice = dice.pick([
        ...phones,
        ...kiosks,
        ...kiosks,
        ...kiosks,
      ]);
      const [page, link] =
        'page' in device ? [device.page, device.link] : [device.kiosk, device.kioskLink];
      if (page === undefined || link === undefined) return;
      const isLeft = 'pages' in device && dice.chance(0.5);
      const records = marksOf(link.round);
      device.machine.run(() => void page.handIn(records, isLeft).catch(() => undefined));
    },
    purge: () =>
      at(
        (device) => {
          const rounds = knownRounds(device);
          if (rounds.length === 0) return Promise.resolve();
          const round = dice.pick(rounds);
          const deps = depsOf(device);
          const body = { v: 1, at: deps.now(), by: device.member.device } as const;
          notes.purged.add(round);
          world.say(`purge of ${round}`);
          return pageOf(device).act(() => [newRecord(deps, 'purge', round, body)], 'admin');
        },
        team.slice(0, 1),
      ),
    saveFile: () =>
      at(async (device) => {
        files.push(toExchangeFile(space, await pageOf(device).store.all()));
      }),
    takeFileIn: () =>
      at(async (device) => {
        if (files.length === 0) return;
        countFault(world.faults, 'old file taken in');
        // As mail programs and editors leave them: a mark in front, other line ends, a line of their own.
        const text = dice.pick(files);
        const spoilt = dice.chance(0.5)
          ? `\uFEFF${text.replaceAll('\n', '\r\n')}sent by mail`
          : text;
        const page = pageOf(device);
        const session = { keys: { space }, store: page.store, refresh: page.refresh };
        await importEverything(session as unknown as CentreSession, spoilt);
      }),
    forge: () =>
      at(async (device) => {
        const here = lookAtDisk(world, device.machine);
        const known = [...(here?.envelopes.values() ?? [])].filter(({ kind }) => kind === 'edit');
        if (known.length === 0) return;
        countFault(world.faults, 'forged file taken in');
        const forged = { ...dice.pick(known), sealed: 'AAAA' };
        await pageOf(device).store.append([forged], { from: 'elsewhere' });
      }),
    spoil: () =>
      at(async (device) => {
        countFault(world.faults, 'envelope that no mailbox takes');
        const whole = toEnvelope(newRecord(depsOf(device), 'voice', null, voice('x')));
        const broken = { ...whole, sealed: 'not base64url!' };
        notes.spoiled.add(broken.id);
        notes.offered(device.machine.name, [broken]);
        await pageOf(device).store.append([broken], { from: 'here', lane: 'space' });
        notes.thanked(device.machine.name, [broken]);
      }),
    recordVoice: () =>
      at((device) =>
        pageOf(device).act(() =>
          Array.from({ length: 22 }, () =>
            newRecord(depsOf(device), 'voice', null, voice('A'.repeat(150_000))),
          ),
        ),
      ),
  };
}

function voice(data: string) {
  return { v: 1, item: 'a1', language: 'sv', mime: 'audio/mp4', data } as const;
}
