import type { Life, Loop } from '../engine/loop.ts';
import type { Dice } from '../engine/dice.ts';
import type { WireReply } from './mailbox-host.ts';
import type { Call, Socket } from './network.ts';
import { countFault, type FaultCounts, type Weather } from './weather.ts';

/*
 * Only what src/sync reads of a Response is here: the platform's own would bring streams and queues that know
 * nothing of simulated time.
 */
type Part = Pick<Response, 'ok' | 'status' | 'text'> & { readonly body: unknown };
const isOk = (status: number): boolean => status >= 200 && status < 300;

/** A whole reply, or one that breaks off while it is read. */
export function createReply(reply: WireReply, isCut: boolean, end: () => void): Response {
  const { status } = reply;
  const part: Part = {
    ok: isOk(status),
    status,
    body: null,
    text: async () => {
      end();
      if (isCut) throw new TypeError('terminated');
      return reply.body;
    },
  };
  return part as unknown as Response;
}

interface StreamDeps {
  readonly loop: Loop;
  readonly dice: Dice;
  readonly weather: Weather;
  readonly faults: FaultCounts;
  readonly life: Life;
  readonly socket: Socket;
}

type Chunk = { done: true; value: undefined } | { done: false; value: Uint8Array };

/** An event stream: lines in order, each with its delay, until somebody ends it or the network forgets it. */
export function createStreamReply(
  { loop, dice, weather, faults, life, socket }: StreamDeps,
  reply: WireReply,
  signal: AbortSignal | null,
  onEnd: () => void,
): Response {
  const chunks: Chunk[] = [];
  let wanted: { resolve: (chunk: Chunk) => void; reject: (why: Error) => void } | undefined;
  let failure: Error | undefined;
  let isSilent = false;
  let isOver = false;
  let lastMs = 0;

  function finish(): void {
    if (isOver) return;
    isOver = true;
    socket.calls.delete(call);
    reply.stream?.close();
    onEnd();
  }
  function give(chunk: Chunk): void {
    if (wanted === undefined) chunks.push(chunk);
    else wanted.resolve(chunk);
    wanted = undefined;
    if (chunk.done) finish();
  }
  function fail(why: Error): void {
    failure = why;
    wanted?.reject(why);
    wanted = undefined;
    finish();
  }
  const hangUp = (): void => fail(new TypeError('terminated'));
  const call: Call = { drop: () => void loop.after(life, 1, hangUp), forget: finish };
  socket.calls.add(call);
  signal?.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));

  reply.stream?.listen((line) => {
    if (isOver || isSilent) return;
    if (dice.chance(weather.streamCut)) {
      countFault(faults, 'event stream cut or silent');
      isSilent = dice.chance(0.5);
      if (!isSilent) loop.after(life, 1, hangUp);
      return;
    }
    lastMs = Math.max(lastMs, loop.nowMs() + dice.between(...weather.delayMs));
    const value = line === null ? undefined : new TextEncoder().encode(line);
    loop.after(life, lastMs - loop.nowMs(), () => {
      if (isOver || !socket.isOnline) return;
      give(value === undefined ? { done: true, value } : { done: false, value });
    });
  });

  const read = (): Promise<Chunk> =>
    new Promise((resolve, reject) => {
      const next = chunks.shift();
      if (next !== undefined) resolve(next);
      else if (failure !== undefined) reject(failure);
      else wanted = { resolve, reject };
    });
  const part: Part = {
    ok: isOk(reply.status),
    status: reply.status,
    body: { getReader: () => ({ read }) },
    text: async () => '',
  };
  return part as unknown as Response;
}
