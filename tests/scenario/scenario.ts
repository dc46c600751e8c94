import { onTestFinished } from 'vitest';
import type { AnswerApp, Draft } from '#app/answer/answer-app.ts';
import { createAnswerApp } from '#app/answer/create-answer-app.ts';
import { createTeamApp } from '#app/team/create-team-app.ts';
import type { JoinResult, NewCentre, OpenCentre, TeamApp } from '#app/team/team-app.ts';
import type { ServiceId } from '#instruments/form.ts';
import { setupDevice, type DeviceWorld } from '../app/devices.ts';
import { rowsOf } from '../app/raw-storage.ts';
import { eventually, until } from '../app/until.ts';
import { startMailbox, type RunningMailbox } from './mailbox.ts';

/** "Within 2 s when online": what a team is promised, and every wait for the other device is bounded by. */
export const promisedMs = 2_000;

const allServices: readonly ServiceId[] = [
  'midwifery',
  'childHealth',
  'openPreschool',
  'socialServices',
];

export function newCentre(deviceName: string): NewCentre {
  const responsible = { name: 'Barn- och utbildningsnämnden', contact: 'bun@example.se' };
  return { name: 'Solrosen', services: allServices, responsible, deviceName };
}

/** What one person says, in a form of any kind. */
export type Said = Partial<Draft>;

/** A team's device: the app without its screens, on storage and a network of its own. */
export interface TeamDevice {
  readonly world: DeviceWorld;
  readonly app: TeamApp;
  /** The centre that is open; throws while there is none. */
  readonly centre: OpenCentre;
  createsCentre(): Promise<void>;
  joins(link: string, file?: string): Promise<JoinResult>;
  /** Waits until nothing waits to be sent and the stream stands. */
  isInStep(withinMs?: number): Promise<unknown>;
  /** The answer link of a round, as soon as the mailbox knows of the round. */
  printsPoster(round: string): Promise<string>;
  /** Opens a round's answering page on this very device, as its "open on this tablet" does. */
  opensTablet(round: string): Promise<AnsweringPage>;
}

/** An open answering page on a phone or a tablet. */
export interface AnsweringPage {
  readonly world: DeviceWorld;
  readonly app: AnswerApp;
  handsIn(said: Said): Promise<void>;
  /** Waits until everything that was handed in here has reached the mailbox. */
  isSent(withinMs?: number): Promise<void>;
  close(): void;
}

/** One story: a mailbox, devices that meet it, and one calendar for all. */
export interface Scenario {
  readonly mailbox: RunningMailbox;
  itIs(iso: string): void;
  teamDevice(name: string): TeamDevice;
  /** A phone of its own, or one that was used before, follows an answer link. */
  opens(link: string, world?: DeviceWorld): Promise<AnsweringPage>;
  /** Reopens a page on its device without waiting for anything but the page itself. */
  newPhone(): DeviceWorld;
  end(): Promise<void>;
}

export async function setupScenario(startsAt: string): Promise<Scenario> {
  let now = startsAt;
  const worlds: DeviceWorld[] = [];
  const ends: (() => unknown)[] = [];
  const mailbox = await startMailbox(() => new Date(now));

  function newWorld(): DeviceWorld {
    const world = setupDevice(`${mailbox.origin}/`, now);
    worlds.push(world);
    return world;
  }

  async function opens(link: string, world = newWorld()): Promise<AnsweringPage> {
    const app = createAnswerApp(world.answerDeps(link));
    ends.push(() => app.stop());
    await until(app.phase, ({ kind }) => kind !== 'loading');
    return answeringPage(world, app);
  }

  return {
    mailbox,
    itIs: (iso) => {
      now = iso;
      for (const world of worlds) world.setTime(iso);
    },
    newPhone: newWorld,
    opens,
    teamDevice: (name) => {
      const world = newWorld();
      const app = createTeamApp(world.teamDeps());
      ends.push(() => app.stop());
      return teamDevice(name, world, app, opens);
    },
    end: async () => {
      await Promise.all(ends.splice(0).map((end) => end()));
      await mailbox.remove();
    },
  };
}

/** A scenario that ends with the test that it was set up in. */
export async function setupShortScenario(startsAt: string): Promise<Scenario> {
  const scenario = await setupScenario(startsAt);
  onTestFinished(() => scenario.end());
  return scenario;
}

function teamDevice(
  name: string,
  world: DeviceWorld,
  app: TeamApp,
  opens: Scenario['opens'],
): TeamDevice {
  const opened = (): OpenCentre => {
    const centre = app.current.value;
    if (centre === null) throw new Error(`${name} holds no centre`);
    return centre;
  };
  return {
    world,
    app,
    get centre() {
      return opened();
    },
    createsCentre: async () => {
      await app.createCentre(newCentre(name));
      await until(opened().loaded, Boolean);
    },
    joins: async (link, file) => {
      // The link may be shown a moment before the mailbox has been told of it; nobody scans that fast.
      const joined = await app.join(link, name, file);
      if (joined.ok) await until(opened().loaded, Boolean);
      return joined;
    },
    isInStep: (withinMs) =>
      eventually(async () => {
        const outbox = await rowsOf(world, databaseOf(opened()), 'outbox');
        return opened().sync.value.status === 'online' && outbox.length === 0 ? true : undefined;
      }, withinMs),
    printsPoster: async (round) => {
      const links = await eventually(() => {
        const now = opened().roundLinks(round);
        return now.registration === 'done' ? now : undefined;
      });
      return links.phone ?? '';
    },
    opensTablet: async (round) => {
      await until(opened().rounds, (rounds) => rounds.some(({ id }) => id === round));
      return opens(opened().roundLinks(round).tablet, world);
    },
  };
}

function answeringPage(world: DeviceWorld, app: AnswerApp): AnsweringPage {
  return {
    world,
    app,
    handsIn: async ({ marks, choices, texts, ...child }) => {
      for (const [item, mark] of Object.entries(marks ?? {})) app.mark(item, mark);
      for (const [item, options] of Object.entries(choices ?? {})) app.choose(item, options);
      for (const [item, text] of Object.entries(texts ?? {})) app.write(item, text);
      if (Object.keys(child).length > 0) app.setChild(child);
      const result = await app.handIn();
      if (!result.ok) throw new Error(`not handed in: ${result.why}`);
    },
    isSent: async (withinMs) => {
      await until(app.delivery, ({ kind }) => kind === 'sent' || kind === 'none', withinMs);
    },
    close: () => app.stop(),
  };
}

/** A team link that its mailbox knows of. */
export async function announcedTeamLink({ centre, world }: TeamDevice): Promise<string> {
  const link = await centre.makeTeamLink();
  await eventually(async () => {
    const rows = await rowsOf(world, databaseOf(centre), 'meta');
    const invites = rows.find((row) => isNamed(row) && row.name === 'invites');
    return JSON.stringify(invites ?? '').includes('"announcedAt":null') ? undefined : true;
  });
  return link;
}

function databaseOf({ entry }: OpenCentre): string {
  return `spegla-${entry.space}`;
}

function isNamed(row: unknown): row is { readonly name: unknown } {
  return typeof row === 'object' && row !== null && 'name' in row;
}
