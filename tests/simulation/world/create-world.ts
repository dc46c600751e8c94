import * as v from 'valibot';
import { pushReplySchema } from '#protocol/routes.ts';
import { createDice, type Dice } from '../engine/dice.ts';
import { createLoop } from '../engine/loop.ts';
import { createSpeakers } from '../oracle/speakers.ts';
import { createRevocations } from '../oracle/revocations.ts';
import { openAnswerPage } from './answer-page.ts';
import { createMachine, type MachineDeps } from './machine.ts';
import { createMailboxHost } from './mailbox-host.ts';
import { createNotes } from './notes.ts';
import { openTeamPage } from './team-page.ts';
import { calm, countFault, type FaultCounts } from './weather.ts';
import {
  kioskPage,
  type AnswerDevice,
  type Profile,
  type TeamDevice,
  type World,
} from './world.ts';

export interface WorldOptions {
  readonly isSmall: boolean;
  readonly isUnannounced: boolean;
  readonly isUnattended: boolean;
}

/** What kind of world a seed is: mostly small ones, some with fifty devices, each with some of the faults. */
function drawProfile(dice: Dice, options: WorldOptions): Profile {
  const { isSmall, isUnannounced, isUnattended } = options;
  const devices = isSmall ? 5 + dice.below(4) : 5 + Math.floor(46 * dice.next() ** 3);
  const teamDevices = Math.max(3, Math.min(12, Math.round(devices * dice.between(0.4, 0.7))));
  const oldClients = dice.chance(0.25);
  return {
    teamDevices,
    answerDevices: devices - teamDevices,
    events: isSmall ? 40 + dice.below(50) : 50 + dice.below(100),
    oldClients,
    // A client of before the mark cannot notice a mailbox that was set back: docs/protocol.md, "Mailbox".
    isUnannounced,
    isUnattended,
    restores: !oldClients && dice.chance(isSmall ? 0.7 : 0.5),
    replaces: dice.chance(isSmall ? 0.6 : 0.3),
    deviceClocks: dice.chance(0.6),
    hostClock: dice.chance(isSmall ? 0.7 : 0.4),
    fullDisks: dice.chance(0.5),
    crashes: dice.pick([0, 1, 1, 3]),
    bigRecords: dice.chance(0.06),
    rareTimes: isSmall ? 2.5 : 1,
  };
}

/** Puts a world together: nothing in it has happened yet. */
export function createWorld(
  seed: number,
  options: WorldOptions,
  stampedTrace: (stamp: () => string) => (line: string) => void,
  fail: (failure: Error) => void,
): World {
  const dice = createDice(seed);
  const profile = drawProfile(dice, options);
  const loop = createLoop(dice.fork());
  const say = stampedTrace(() => `${(loop.nowMs() / 1_000).toFixed(3)}s ${loop.steps()}`);
  const faults: FaultCounts = {};
  const weather = { ...calm };
  const revocations = createRevocations(fail, say);
  const [everStored, acknowledged] = [new Set<string>(), new Set<string>()];
  const host = createMailboxHost({
    loop,
    dice: dice.fork(),
    say,
    onRefusedWrite: () => countFault(faults, 'server write refused'),
    onAnswered: (request, reply, arrivedAfter) => {
      revocations.onAnswered(request, reply.status, arrivedAfter);
      if (request.method === 'POST') noteStored(reply.body, [everStored, acknowledged]);
    },
    revision: revocations.revision,
  });
  const speakers = createSpeakers(fail);
  const machineDeps: MachineDeps = {
    loop,
    dice,
    say,
    network: {
      loop,
      wire: loop.begin('wire'),
      dice: dice.fork(),
      host,
      weather,
      faults,
      say,
    },
    onTraffic: speakers.onTraffic,
    onOnline: (machine) =>
      machine.run(() => {
        for (const one of team) {
          if (one.machine !== machine) continue;
          for (const page of one.pages) page.nudge();
          one.kiosk?.deliver();
        }
        for (const one of answerers) if (one.machine === machine) one.page?.deliver();
      }),
    onCrash: (machine) => {
      speakers.forget(machine);
      for (const one of team) if (one.machine === machine) [one.pages, one.kiosk] = [[], undefined];
      for (const one of answerers) if (one.machine === machine) one.page = undefined;
    },
  };
  const notes = createNotes();
  const space = dice.bytes(16);
  const adminToken = dice.bytes(32);

  const team = Array.from({ length: profile.teamDevices }, (_, at): TeamDevice => {
    const name = at === 0 ? 'admin' : `team${at}`;
    const isOld = profile.oldClients && at > 0 && dice.chance(0.5);
    const member = {
      space,
      device: dice.bytes(16),
      token: dice.bytes(32),
      adminToken: at === 0 ? adminToken : null,
    };
    revocations.introduce(member.token, member.device);
    const machine = createMachine(machineDeps, name, isOld, () => {
      device.pages = Array.from({ length: device.tabs }, (_, page) =>
        openTeamPage(machine, page, member, notes),
      );
      const { kioskLink } = device;
      if (kioskLink !== undefined)
        device.kiosk = openAnswerPage(machine, kioskPage, kioskLink, notes);
    });
    const device: TeamDevice = {
      machine,
      member,
      pages: [],
      tabs: dice.chance(0.3) ? 2 : 1,
      kioskLink: undefined,
      kiosk: undefined,
      isRevoked: false,
    };
    return device;
  });
  const answerers = Array.from({ length: profile.answerDevices }, (_, at): AnswerDevice => {
    const isKiosk = dice.chance(0.25);
    const name = `${isKiosk ? 'kiosk' : 'phone'}${at}`;
    const device: AnswerDevice = {
      machine: createMachine(machineDeps, name, false, (machine) => {
        if (device.link !== undefined) device.page = openAnswerPage(machine, 0, device.link, notes);
      }),
      link: undefined,
      isKiosk,
      page: undefined,
    };
    return device;
  });
  return {
    seed,
    profile,
    loop,
    dice,
    people: loop.begin('people'),
    host,
    weather,
    faults,
    notes,
    space,
    team,
    answerers,
    say,
    fail,
    wasRestored: false,
    acknowledged,
    places: new Map(),
    revocations,
    everStored,
  };
}

function noteStored(body: string, sets: readonly Set<string>[]): void {
  const reply = v.safeParse(v.pipe(v.string(), v.parseJson(), pushReplySchema), body);
  if (!reply.success) return;
  for (const { id, outcome } of reply.output.results) {
    if (outcome !== 'stored' && outcome !== 'known') continue;
    for (const set of sets) set.add(id);
  }
}
