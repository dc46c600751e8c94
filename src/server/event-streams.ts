import { Readable } from 'node:stream';
import type { DeviceCapability, HeadChange, Mailbox } from './mailbox.ts';
import { done, type Result } from './result.ts';

export type EventStreams = ReturnType<typeof createEventStreams>;

/** The open event streams: lines that say where a space's head is, a blank one when nothing was said for a while. */
export function createEventStreams(mailbox: Mailbox, heartbeatMs: number) {
  const endings = new Set<() => void>();

  return {
    /** A stream that starts with the present head and ends when the device or the space does. */
    async open(by: DeviceCapability): Promise<Result<Readable>> {
      const { stream, say, end } = createLineStream();
      const watch = await mailbox.watchHead(by, (change: HeadChange) => {
        if (change.type === 'ended') end();
        else say(`${JSON.stringify({ epoch: change.epoch, head: change.head })}\n`);
      });
      if (!watch.ok) return watch;
      const heartbeat = setInterval(() => say('\n'), heartbeatMs);
      endings.add(end);
      stream.once('close', () => {
        clearInterval(heartbeat);
        endings.delete(end);
        watch.value();
      });
      return done(stream);
    },

    /** Ends them all, so that a closing server need not wait for them. */
    closeAll(): void {
      for (const end of endings) end();
    },
  };
}

/** A stream whose slow reader misses lines in between, never the last one with a head. */
function createLineStream() {
  let waiting: string | null = null;
  let isWanted = true;
  let isEnded = false;
  const stream = new Readable({
    read() {
      isWanted = true;
      flush();
    },
  });
  function flush(): void {
    if (!isWanted || isEnded || waiting === null) return;
    const line = waiting;
    waiting = null;
    isWanted = stream.push(line);
  }
  return {
    stream,
    say(line: string): void {
      const isHeartbeat = line === '\n';
      if (!isHeartbeat || waiting === null) waiting = line;
      flush();
    },
    end(): void {
      if (isEnded) return;
      isEnded = true;
      stream.push(null);
    },
  };
}
