/*
 * The phones: so many connections, each sending one answer, waiting for the reply, sending the next. A process of
 * its own, on plain sockets, so that the server is what is measured and not its client. Prints one line of JSON.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { answerOf } from './answer-bodies.ts';
import type { LoadOrder, LoadReport } from './orders.ts';

const order: LoadOrder = JSON.parse(process.argv[2] ?? '{}');
const { port, path, token, round, connections, warmUpMs, measuredMs } = order;

const key = randomBytes(16).toString('base64url');
const sample = JSON.stringify({ envelopes: [answerOf(round, key)] });
const head =
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n` +
  `Content-Type: application/json\r\nContent-Length: ${sample.length}\r\n\r\n`;
/** The request around its id: what lies between two answers is their ids and the seal's noise, and the id is enough. */
const idAt = sample.indexOf('"id":"') + 6;
const before = head + sample.slice(0, idAt);
const after = sample.slice(idAt + 22);

const started = performance.now();
const measuredFrom = started + warmUpMs;
const endsAt = measuredFrom + measuredMs;
const latencies: number[] = [];
let replies = 0;
let failures = 0;
let firstFailure = '';

/** One phone after another on one connection, until time is up. */
function keepSending(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let sentAt = 0;
    let received = '';
    const send = () => {
      sentAt = performance.now();
      if (sentAt >= endsAt) {
        socket.end();
        resolve();
        return;
      }
      socket.write(before + randomBytes(16).toString('base64url') + after, 'latin1');
    };
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received += String(chunk);
      const bodyAt = received.indexOf('\r\n\r\n') + 4;
      const length = /content-length: (\d+)/i.exec(received)?.[1];
      if (bodyAt < 4 || received.length < bodyAt + Number(length)) return;
      replies++;
      const isStored = received.startsWith('HTTP/1.1 200') && received.includes('"stored"');
      if (!isStored) {
        failures++;
        firstFailure ||= received;
      }
      received = '';
      const now = performance.now();
      if (sentAt >= measuredFrom && now < endsAt) latencies.push(now - sentAt);
      send();
    });
  });
}

await Promise.all(Array.from({ length: connections }, keepSending));
latencies.sort((a, b) => a - b);
const percentile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
const report: LoadReport = {
  replies,
  perSecond: (latencies.length * 1_000) / measuredMs,
  p50Ms: percentile(0.5),
  p99Ms: percentile(0.99),
  failures,
  firstFailure,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
