import type { Fetch } from '#sync/mailbox-request.ts';
import type { Dice } from '../engine/dice.ts';
import type { Life, Loop } from '../engine/loop.ts';
import type { MailboxHost, WireReply, WireRequest } from './mailbox-host.ts';
import { createReply, createStreamReply } from './replies.ts';
import { countFault, type FaultCounts, type Weather } from './weather.ts';

/** The end of the network at one machine. */
export interface Socket {
  readonly name: string;
  readonly address: string;
  isOnline: boolean;
  /** What is under way. */
  readonly calls: Set<Call>;
}

/** A request or a stream under way, as its machine's network sees it. */
export interface Call {
  /** The network is gone; the machine notices. */
  readonly drop: () => void;
  /** The machine is gone; the other side notices. */
  readonly forget: () => void;
}

/** Who sends: one page of a browser. */
export interface Sender {
  readonly life: Life;
  /** A client of before the mark. */
  readonly isOld: boolean;
  /** Called with +1 and −1 as requests begin and end. */
  readonly onTraffic: (path: string, change: 1 | -1) => void;
}

export interface NetworkDeps {
  readonly loop: Loop;
  /** What is on its way belongs to no machine. */
  readonly wire: Life;
  readonly dice: Dice;
  readonly host: MailboxHost;
  readonly weather: Weather;
  readonly faults: FaultCounts;
  readonly say: (line: string) => void;
}

/** Longer than any client waits. */
const slowMs = [2_000, 90_000] as const;

const failed = (): Error => new TypeError('fetch failed');

/** A `fetch` for one page, on a network that does what networks do. */
export function createFetch(deps: NetworkDeps, socket: Socket, sender: Sender): Fetch {
  const { life, onTraffic } = sender;
  const { loop, dice, host, weather, faults } = deps;

  function delay(): number {
    if (!dice.chance(weather.slow)) return dice.between(...weather.delayMs);
    countFault(faults, 'delayed or reordered');
    return dice.between(...slowMs);
  }

  return (url, init = {}) =>
    new Promise<Response>((resolve, reject) => {
      const request = requestOf(url, init, socket, sender.isOld);
      const { signal } = init;
      if (signal?.aborted === true) {
        reject(new DOMException('aborted', 'AbortError'));
        return;
      }
      let isOver = false;
      /** An event stream whose beginning is still on its way: who gives up hangs up on it. */
      let arriving: WireReply['stream'];
      deps.say(`${socket.name} → ${request.method} ${request.path} ${digestOf(request.body)}`);
      onTraffic(request.path, 1);
      const settle = (finish: () => void): void => {
        if (isOver) return;
        isOver = true;
        socket.calls.delete(call);
        arriving?.close();
        finish();
      };
      const end = (): void => onTraffic(request.path, -1);
      const fail = (): void =>
        settle(() => {
          end();
          reject(failed());
        });
      const call: Call = {
        drop: () => void loop.after(life, dice.between(1, 30), fail),
        forget: () => settle(() => undefined),
      };
      socket.calls.add(call);
      if (!socket.isOnline) {
        loop.after(life, dice.between(1, 20), fail);
        return;
      }
      signal?.addEventListener('abort', () =>
        settle(() => {
          end();
          reject(new DOMException('aborted', 'AbortError'));
        }),
      );
      /** A connection that breaks is noticed soon, or only when the client has had enough of waiting. */
      const breakOff = (fault: string): void => {
        countFault(faults, fault);
        deps.say(`${socket.name} ✗ ${fault} ${request.method} ${request.path}`);
        if (dice.chance(0.6)) loop.after(life, delay(), fail);
      };

      const receive = (reply: WireReply): void => {
        if (dice.chance(weather.replyLost)) {
          reply.stream?.close();
          breakOff('reply lost');
          return;
        }
        if (isOver) reply.stream?.close();
        arriving = reply.stream;
        loop.after(life, delay(), () => {
          if (isOver || !socket.isOnline) {
            reply.stream?.close();
            if (!isOver) fail();
            return;
          }
          arriving = undefined;
          settle(() => {
            deps.say(`${socket.name} ← ${reply.status} ${request.path} ${digestOf(reply.body)}`);
            if (reply.stream !== undefined) {
              resolve(createStreamReply({ ...deps, life, socket }, reply, signal ?? null, end));
              return;
            }
            const isCut = dice.chance(weather.cut);
            if (isCut) countFault(faults, 'reply cut');
            resolve(createReply(reply, isCut, end));
          });
        });
      };
      const arrive = (isSecond: boolean) => (): void => {
        host.handle(request, {
          refused: () => void (isSecond || loop.after(life, delay(), fail)),
          broken: () => void (isSecond || breakOff('server gone during request')),
          answered: (reply) => (isSecond ? reply.stream?.close() : receive(reply)),
        });
      };
      if (dice.chance(weather.lost)) {
        breakOff('request lost');
        return;
      }
      loop.after(deps.wire, delay(), arrive(false));
      if (request.method !== 'GET' && dice.chance(weather.doubled)) {
        countFault(faults, 'request doubled');
        loop.after(deps.wire, delay() * 2, arrive(true));
      }
    });
}

function requestOf(url: string, init: RequestInit, socket: Socket, isOld: boolean): WireRequest {
  const { pathname, search } = new URL(url);
  // Clients of before the mark never send one; the mailbox takes their word for their place.
  const query = isOld ? search.replace(/&mark=[^&]*/, '') : search;
  return {
    method: init.method ?? 'GET',
    path: pathname + query,
    headers: init.headers as Record<string, string>,
    body: typeof init.body === 'string' ? init.body : undefined,
    address: socket.address,
  };
}

/** Short enough to read, and different for different texts of one length, mostly. */
function digestOf(text: string | undefined): string {
  if (text === undefined) return '';
  const ends = text.length > 800 ? text.slice(0, 400) + text.slice(-400) : text;
  let hash = 0;
  for (let at = 0; at < ends.length; at += 1) {
    hash = (Math.imul(hash, 31) + ends.charCodeAt(at)) | 0;
  }
  return `${text.length}#${(hash >>> 0).toString(36)}`;
}
