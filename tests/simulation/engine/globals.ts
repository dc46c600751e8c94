/*
 * Puts simulated timers and clocks in the place of the platform's, before anything that uses them is loaded: an
 * entry imports this file first. While no world runs, everything is the platform's own.
 */
import type { Loop, SimTimer } from './loop.ts';

const real = {
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  setImmediate: globalThis.setImmediate,
  clearTimeout: globalThis.clearTimeout,
  clearInterval: globalThis.clearInterval,
  clearImmediate: globalThis.clearImmediate,
  timeout: AbortSignal.timeout.bind(AbortSignal),
  random: Math.random,
  Date: globalThis.Date,
};

/** The platform's own setImmediate: it drives the simulated loop. */
export const callLater = real.setImmediate;

/** When every simulated world begins. */
const beginning = real.Date.parse('2026-03-10T08:00:00Z');

let world: { readonly loop: Loop; readonly random: () => number } | undefined;

/** From now on time and chance are this world's; undefined gives them back to the platform. */
export function enterWorld(next: typeof world): void {
  world = next;
}

/** What the clock of the machine whose turn it is shows. */
function nowMs(): number {
  if (world === undefined) return real.Date.now();
  const { loop } = world;
  return Math.floor(beginning + loop.nowMs() + loop.current().clockOffsetMs());
}

/** What callers may do with Node's timer objects. */
class TimerHandle {
  readonly timer: SimTimer;
  constructor(timer: SimTimer) {
    this.timer = timer;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
}

type Task = (...values: unknown[]) => void;

function start(task: Task, ms: number, everyMs: number | undefined, values: unknown[]): unknown {
  if (world === undefined) throw new Error('no world');
  const { loop } = world;
  return new TimerHandle(loop.after(loop.current(), ms, () => task(...values), everyMs));
}

const clear =
  (clearReal: (handle: never) => void) =>
  (handle: unknown): void => {
    if (handle instanceof TimerHandle) handle.timer.isCancelled = true;
    else clearReal(handle as never);
  };

class WorldDate extends real.Date {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(nowMs());
    else super(...(given as [number]));
  }
  static override now(): number {
    return nowMs();
  }
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === '[object Date]';
  }
}

Object.assign(globalThis, {
  setTimeout: (task: Task, ms = 0, ...values: unknown[]): unknown =>
    world === undefined ? real.setTimeout(task, ms, ...values) : start(task, ms, undefined, values),
  setInterval: (task: Task, ms = 0, ...values: unknown[]): unknown =>
    world === undefined ? real.setInterval(task, ms, ...values) : start(task, ms, ms, values),
  setImmediate: (task: Task, ...values: unknown[]): unknown => {
    if (world === undefined) return real.setImmediate(task, ...values);
    const { loop } = world;
    loop.post(loop.current(), () => task(...values));
    return new TimerHandle({ isCancelled: false });
  },
  clearTimeout: clear(real.clearTimeout),
  clearInterval: clear(real.clearInterval),
  clearImmediate: clear(real.clearImmediate),
  Date: WorldDate,
  // Dexie would tell of its changes over a real channel, in real time; the store has its own, which is simulated.
  BroadcastChannel: undefined,
});
AbortSignal.timeout = (ms) => {
  if (world === undefined) return real.timeout(ms);
  const controller = new AbortController();
  const abort = (): void => controller.abort(new DOMException('timed out', 'TimeoutError'));
  globalThis.setTimeout(abort, ms);
  return controller.signal;
};
Math.random = () => world?.random() ?? real.random();
