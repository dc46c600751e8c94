import type { Dice } from './dice.ts';
import { callLater } from './globals.ts';
import { createTimerHeap, type Timed } from './timer-heap.ts';

/** One run of one machine, from its start to its end: whatever it schedules ends with it. */
export interface Life {
  readonly name: string;
  /** How far this machine's clock is off, now. */
  readonly clockOffsetMs: () => number;
  isAlive: boolean;
  steps: number;
  /** Runs instead of the step with this number: a crash between two awaits. */
  crash: { readonly atStep: number; readonly run: () => void } | undefined;
}

export interface SimTimer {
  isCancelled: boolean;
}

/**
 * The event loop of a simulated world, with its own time. Every machine has its own queue, kept in order; whose turn
 * it is, the dice decide. Promises are the platform's own: between two steps all of them settle, and they do so
 * in the same order every time. Since nothing but a step can bring news from a disk or a network, "between two
 * steps" is "between any two awaits" for all that can be seen from outside.
 */
export interface Loop {
  readonly nowMs: () => number;
  readonly current: () => Life;
  readonly steps: () => number;
  readonly begin: (name: string, clockOffsetMs?: () => number) => Life;
  /** Nothing of it runs ever after. */
  readonly end: (life: Life) => void;
  readonly post: (life: Life, task: () => void) => void;
  readonly after: (life: Life, ms: number, task: () => void, everyMs?: number) => SimTimer;
  /** Steps until `isDone`, or until nothing is left to do; rejects with what a step threw. */
  readonly run: (isDone: () => boolean) => Promise<void>;
}

interface Timer extends SimTimer, Timed {
  readonly life: Life;
  readonly task: () => void;
  readonly everyMs: number | undefined;
}

const stepMs = 0.01;
const stepsPerTurn = 64;

export function createLoop(dice: Dice): Loop {
  const nobody: Life = newLife('nobody');
  const queues = new Map<Life, (() => void)[]>();
  const ready: Life[] = [];
  const timers = createTimerHeap<Timer>();
  let nowMs = 0;
  let order = 0;
  let steps = 0;
  let current = nobody;

  function post(life: Life, task: () => void): void {
    if (!life.isAlive) return;
    let queue = queues.get(life);
    if (queue === undefined) queues.set(life, (queue = []));
    if (queue.length === 0) ready.push(life);
    queue.push(task);
  }

  function after(life: Life, ms: number, task: () => void, everyMs?: number): SimTimer {
    order += 1;
    const wait = Number.isFinite(ms) && ms > 0 ? ms : 0;
    const timer: Timer = { atMs: nowMs + wait, order, life, task, everyMs, isCancelled: false };
    if (life.isAlive) timers.push(timer);
    return timer;
  }

  function wakeTimers(): void {
    for (let timer = timers.first(); timer !== undefined; timer = timers.first()) {
      const isOver = timer.isCancelled || !timer.life.isAlive;
      if (!isOver && timer.atMs > nowMs) return;
      timers.shift();
      if (isOver) continue;
      const due = timer;
      post(due.life, () => {
        if (due.isCancelled) return;
        if (due.everyMs !== undefined) {
          due.atMs = nowMs + due.everyMs;
          timers.push(due);
        }
        due.task();
      });
    }
  }

  /** One task of one machine. False where nothing is left. */
  function step(): boolean {
    wakeTimers();
    if (ready.length === 0) {
      const next = timers.first();
      if (next === undefined) return false;
      nowMs = Math.max(nowMs, next.atMs);
      wakeTimers();
    }
    if (ready.length === 0) return true;
    nowMs += stepMs;
    steps += 1;
    const place = dice.below(ready.length);
    const life = ready[place] as Life; // The place lies within.
    const queue = queues.get(life);
    const task = queue?.shift();
    if (queue === undefined || queue.length === 0) {
      ready[place] = ready[ready.length - 1] as Life;
      ready.pop();
    }
    if (task === undefined || !life.isAlive) return true;
    life.steps += 1;
    current = life;
    if (life.crash !== undefined && life.steps >= life.crash.atStep) life.crash.run();
    else task();
    return true;
  }

  return {
    nowMs: () => nowMs,
    current: () => current,
    steps: () => steps,
    begin: newLife,
    end: (life) => {
      life.isAlive = false;
      const queue = queues.get(life);
      if (queue !== undefined && queue.length > 0) ready.splice(ready.indexOf(life), 1);
      queues.delete(life);
    },
    post,
    after,
    run: (isDone) =>
      new Promise((resolve, reject) => {
        let isOver = false;
        const finish = (settle: () => void): void => {
          isOver = true;
          current = nobody;
          settle();
        };
        const one = (): void => {
          if (isOver) return;
          try {
            if (isDone() || !step()) finish(resolve);
          } catch (error) {
            finish(() => reject(error));
          }
        };
        const turn = (): void => {
          if (isOver) return;
          // Node settles all promises between two immediates of one turn: a step each, without a poll in between.
          for (let count = 0; count < stepsPerTurn; count += 1) callLater(one);
          callLater(turn);
        };
        turn();
      }),
  };
}

function newLife(name: string, clockOffsetMs: () => number = () => 0): Life {
  return { name, clockOffsetMs, isAlive: true, steps: 0, crash: undefined };
}
