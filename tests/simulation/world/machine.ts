import { createBrowser, type Browser } from '../engine/browser.ts';
import { createDisk, storageKeyRange, type Disk } from '../engine/disk.ts';
import type { Dice } from '../engine/dice.ts';
import type { Life, Loop } from '../engine/loop.ts';
import type { StorageFactory } from '#store/centre-store.ts';
import type { Fetch } from '#sync/mailbox-request.ts';
import { createFetch, type NetworkDeps, type Socket } from './network.ts';
import { countFault } from './weather.ts';

/** A phone, a kiosk or a team's computer: a disk, a clock, a network socket, and a browser while it runs. */
export interface Machine {
  readonly name: string;
  readonly disk: Disk;
  readonly socket: Socket;
  clockOffsetMs: number;
  /** A browser that still runs the app of before the mark. */
  readonly isOld: boolean;
  readonly life: () => Life | undefined;
  /** Starts the browser, which opens what `open` opens. */
  readonly start: () => void;
  /** Ends it between two steps: the power is cut, or the system needs its memory. */
  readonly crash: () => void;
  /** Ends it at some step to come. */
  readonly crashSoon: () => void;
  readonly storage: () => StorageFactory;
  readonly browser: () => Browser;
  /** The network as one page has it. */
  readonly fetch: (page: number) => Fetch;
  readonly setOnline: (isOnline: boolean) => void;
  /** Runs something as this machine; does nothing where it is off. */
  readonly run: (task: () => void) => void;
}

export interface MachineDeps {
  readonly loop: Loop;
  readonly dice: Dice;
  readonly network: NetworkDeps;
  readonly say: (line: string) => void;
  /** Called with every request that a machine begins or ends. */
  readonly onTraffic: (machine: Machine, page: number, path: string, change: 1 | -1) => void;
  readonly onCrash: (machine: Machine) => void;
  /** The network is back: pages hear of that. */
  readonly onOnline: (machine: Machine) => void;
}

export function createMachine(
  deps: MachineDeps,
  name: string,
  isOld: boolean,
  open: (machine: Machine) => void,
): Machine {
  const { loop, dice, network, say } = deps;
  const disk = createDisk(dice.fork(), () => countFault(network.faults, 'quota error'));
  let life: Life | undefined;
  let browser = createBrowser();
  const socket: Socket = {
    name,
    address: `10.${dice.below(256)}.${dice.below(256)}.${dice.below(256)}`,
    isOnline: true,
    calls: new Set(),
  };
  const machine: Machine = {
    name,
    disk,
    socket,
    clockOffsetMs: 0,
    isOld,
    life: () => life,
    start: () => {
      if (life !== undefined) return;
      say(`${name} starts`);
      life = loop.begin(name, () => machine.clockOffsetMs);
      browser = createBrowser();
      loop.post(life, () => open(machine));
    },
    crash: () => {
      if (life === undefined) return;
      say(`${name} crashes after ${life.steps} steps`);
      countFault(network.faults, 'device crash');
      loop.end(life);
      life = undefined;
      disk.crash();
      // A reset connection is seen by the other side.
      for (const call of Array.from(socket.calls)) call.forget();
      socket.calls.clear();
      deps.onCrash(machine);
    },
    crashSoon: () => {
      if (life === undefined) return;
      life.crash = {
        atStep: life.steps + 1 + dice.below(dice.pick([20, 150, 900])),
        run: machine.crash,
      };
    },
    storage: () => ({
      indexedDB: disk.factory(),
      IDBKeyRange: storageKeyRange,
      newChannel: browser.newChannel,
    }),
    browser: () => browser,
    fetch: (page) => {
      if (life === undefined) throw new Error('off');
      const onTraffic = (path: string, change: 1 | -1): void =>
        deps.onTraffic(machine, page, path, change);
      return createFetch(network, socket, { life, isOld, onTraffic });
    },
    setOnline: (isOnline) => {
      if (isOnline === socket.isOnline) return;
      say(`${name} ${isOnline ? 'online' : 'offline'}`);
      socket.isOnline = isOnline;
      if (isOnline) deps.onOnline(machine);
      if (!isOnline) for (const call of Array.from(socket.calls)) call.drop();
    },
    run: (task) => {
      if (life !== undefined) loop.post(life, task);
    },
  };
  return machine;
}
