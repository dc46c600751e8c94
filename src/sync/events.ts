import * as v from 'valibot';
import { eventHeartbeatMs } from '#protocol/limits.ts';
import { headEventSchema } from '#protocol/routes.ts';
import type { MailboxClient } from './mailbox-client.ts';

/** A silence this long means that the connection is dead, though nobody has said so. */
const silenceMs = eventHeartbeatMs * 2.5;

/**
 * Listens until the stream ends, goes silent, or `signal` aborts. Calls `onOpen` once it stands and `onMore`
 * whenever the mailbox says that there is more. A stream instead of EventSource, which cannot send a token.
 */
export async function listen(
  client: MailboxClient,
  space: string,
  token: string,
  signal: AbortSignal,
  onOpen: () => void,
  onMore: () => void,
): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silenceMs);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceMs);
  };
  try {
    const response = await client.openEvents(
      token,
      space,
      AbortSignal.any([signal, silence.signal]),
    );
    const reader = response?.body?.getReader();
    if (reader === undefined) return;
    onOpen();
    const decoder = new TextDecoder();
    let rest = '';
    while (true) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (lines.some(isHeadEvent)) onMore();
    }
  } catch {
    // Cut, aborted or silent: the courier decides what comes next.
  } finally {
    clearTimeout(timer);
  }
}

function isHeadEvent(line: string): boolean {
  if (line.trim() === '') return false;
  try {
    return v.is(headEventSchema, JSON.parse(line));
  } catch {
    return false;
  }
}
