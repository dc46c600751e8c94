import { maxBodyBytes } from '#protocol/limits.ts';
import type { Dice } from '../../simulation/engine/dice.ts';
import type { FloodReady } from './flood.ts';

/** A request as it goes over the socket. */
export interface MadeUp {
  readonly text: string;
  /** Not HTTP, or far too much of it: the reply may be a hang-up. */
  readonly isBroken: boolean;
}

const shapes = [
  ['GET', 'health'],
  ['POST', 'spaces'],
  ['DELETE', 'spaces/*'],
  ['PUT', 'spaces/*/invites/*'],
  ['GET', 'spaces/*/invites/*'],
  ['POST', 'spaces/*/devices'],
  ['GET', 'spaces/*/devices'],
  ['DELETE', 'spaces/*/devices/*'],
  ['PUT', 'spaces/*/rounds/*'],
  ['POST', 'spaces/*/envelopes'],
  ['POST', 'spaces/*/envelopes'],
  ['GET', 'spaces/*/envelopes'],
  ['GET', 'spaces/*/events'],
  ['GET', 'spaces/*/reports'],
  ['POST', 'spaces/*/purges'],
  ['GET', 'rounds/*/card'],
  ['GET', 'rounds/*/voices/*'],
  ['POST', 'rounds/*/answers'],
  ['POST', 'rounds/*/answers'],
  ['PUT', 'rounds/*/report'],
  ['PATCH', '*'],
  ['OPTIONS', '*'],
] as const;
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const junk = [
  '',
  '..',
  '%2e%2e',
  '%00',
  '%ff',
  '%',
  'a'.repeat(300),
  '*',
  '-',
  'å'.normalize('NFD'),
];
const values = [
  'null',
  'true',
  '-1',
  '1e999',
  '0.1',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '[]',
  '{}',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{}}}',
  '['.repeat(2_000),
  `"${'x'.repeat(5_000)}"`,
];
const broken = [
  'hello\r\n\r\n',
  'GET /v1/health HTTP/9.9\r\n\r\n',
  'GET /v1/health HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n',
  `GET /v1/health HTTP/1.1\r\nHost: x\r\na: ${'x'.repeat(40_000)}\r\n\r\n`,
  'POST /v1/spaces HTTP/1.1\r\nHost: x\r\nContent-Length: nine\r\n\r\n',
  'POST /v1/spaces HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /v1/spaces HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n',
  'POST /v1/spaces HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"half',
  '\0\u0001\u0002\r\n\r\n',
  '\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003',
];

/** Makes up requests that are wrong in every way that we could think of, and now and then right by chance. */
export function createMadeUpRequests(dice: Dice, { ids, tokens }: FloodReady): () => MadeUp {
  const anyId = () => dice.pick([ids.space, ids.round, ids.device, newId(), dice.pick(junk)]);
  const aimed = (name: string) =>
    name.startsWith('rounds') ? ids.round : name.startsWith('spaces') ? ids.space : anyId();

  /** Ids and noise in store, since making them up anew would cost more than the server has to do. */
  const strangers = Array.from({ length: 500 }, () => dice.bytes(16));
  const noises = [dice.bytes(40), dice.bytes(40), 'å', '', '=', dice.bytes(3_000)];
  const newId = () => dice.pick(strangers);
  const wrongTokens = [dice.bytes(32), `${dice.bytes(32)} `, 'x', '', '"'];

  function path(shape: string): string {
    let isFirst = true;
    const filled = shape.replaceAll('*', () => {
      const id = isFirst && dice.chance(0.9) ? aimed(shape) : anyId();
      isFirst = false;
      return id;
    });
    const query = dice.pick([
      '',
      '',
      '?after=-1',
      '?limit=0&after=%00',
      '?mark=x',
      '?after=1&after=2',
    ]);
    return `/v1/${filled}${query}`;
  }

  function envelope(): object {
    return {
      v: dice.pick([1, 1, 1, 2, '1', null]),
      id: dice.pick([newId(), newId(), newId(), ids.space, 'short', 7]),
      kind: dice.pick(['answer', 'answer', 'edit', 'purge', 'ANSWER', {}, 'invite']),
      key: dice.pick([ids.round, newId(), null]),
      round: dice.pick([ids.round, ids.round, null, newId(), [], 'x']),
      sealed: dice.pick(noises),
      ...(dice.chance(0.1) ? { extra: 1 } : {}),
    };
  }

  function body(): string {
    const good = {
      envelopes: Array.from({ length: dice.below(4) }, envelope),
      envelope: envelope(),
      kiosk: newId(),
      collected: dice.pick([1, -1, 1e9, '1']),
      waiting: dice.pick([0, 0.5, null]),
      space: ids.space,
      opens: '2026-02-30',
      closes: 'tomorrow',
    };
    const entries = Object.entries(good).filter(() => dice.chance(0.4));
    const text = JSON.stringify(Object.fromEntries(entries));
    return dice.weighted<() => string>([
      [() => JSON.stringify({ envelopes: good.envelopes }), 4],
      [() => text, 3],
      [() => text.slice(0, dice.below(text.length + 1)), 2],
      [() => spoil(text), 2],
      [() => dice.pick(values), 1],
      [() => `{"envelopes":${dice.pick(values)}}`, 2],
      [() => `{"envelopes":[${'{},'.repeat(600)}{}]}`, 0.1],
      [() => ' '.repeat(maxBodyBytes + 1), 0.002],
    ])();
  }

  function spoil(text: string): string {
    const at = dice.below(text.length);
    return text.slice(0, at) + String.fromCodePoint(dice.below(256)) + text.slice(at + 1);
  }

  return () => {
    if (dice.chance(0.03)) return { text: dice.pick(broken), isBroken: true };
    const [usual, shape] = dice.pick(shapes);
    const method = dice.chance(0.9) ? usual : dice.pick(methods);
    const fitting = shape.startsWith('rounds') ? [tokens.answer, tokens.kiosk] : [tokens.device];
    const token = dice.pick(
      dice.chance(0.8) ? fitting : dice.pick([Object.values(tokens), wrongTokens]),
    );
    const payload = method === 'GET' ? '' : body();
    const json = 'application/json';
    const type = dice.pick([
      json,
      json,
      json,
      json,
      'text/html',
      '',
      'application/json; charset=x',
    ]);
    const lines = [
      `${method} ${path(shape)} HTTP/1.1`,
      'Host: x',
      `Authorization: ${dice.chance(0.95) ? 'Bearer' : 'Basic'} ${token}`,
      `Content-Length: ${Buffer.byteLength(payload)}`,
      ...(type === '' ? [] : [`Content-Type: ${type}`]),
      ...(dice.chance(0.05) ? [`Content-Encoding: ${dice.pick(['br', 'gzip', 'x'])}`] : []),
      ...(dice.chance(0.05) ? [`Accept-Encoding: ${dice.pick(['br', ';q=', '*'])}`] : []),
      ...(dice.chance(0.05) ? ['X-Forwarded-For: nonsense, fe80::1%eth0'] : []),
    ];
    // Who sends more than may be sent is hung up on in mid-sentence, and may not hear why.
    const isBroken = payload.length > maxBodyBytes;
    return { text: `${lines.join('\r\n')}\r\n\r\n${payload}`, isBroken };
  };
}
