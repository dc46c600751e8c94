import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { ErrorCode, ProtocolError } from '#protocol/errors.ts';
import { refuse, type Refusal } from './result.ts';

const statusByCode: Record<ErrorCode, number> = {
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  gone: 410,
  tooLarge: 413,
  tooMany: 429,
  full: 507,
  unavailable: 503,
};

/** A reply need not echo a request at length. */
const maxMessageLength = 200;

/** Sends a refusal as `{ code, message }` with the code's one status. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { code, message } = refusal;
  const body: ProtocolError = { code, message };
  return reply.status(statusByCode[code]).type('application/json; charset=utf-8').send(body);
}

/** What went wrong before or in a handler, in the wire's words. Only a fault of ours is `unavailable`. */
export function errorToRefusal(error: FastifyError): Refusal {
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse('tooLarge', 'The body is longer than it may be.');
  if (status === 404) return refuse('notFound', 'There is nothing here.');
  if (status === 403) return refuse('forbidden', 'This is not served.');
  if (status >= 400 && status < 500) {
    return refuse('badRequest', error.message.slice(0, maxMessageLength));
  }
  return refuse('unavailable', 'The mailbox could not do this. Try again later.');
}

/** The last stop for everything that was thrown. A bug's stack goes to the log, never to the wire. */
export function handleError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = errorToRefusal(error);
  if (refusal.code === 'unavailable') request.log.error({ err: error }, 'a request failed');
  return sendRefusal(reply, refusal);
}

/** Answers what is not even HTTP, and then hangs up. */
export function handleClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isHeaderTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const status = isHeaderTooLong ? 431 : 400;
  const body = JSON.stringify({
    code: 'badRequest',
    message: isHeaderTooLong ? 'The headers are longer than they may be.' : 'This is not HTTP.',
  } satisfies ProtocolError);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
