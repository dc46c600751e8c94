import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface PeerServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Starts one peer's server in a process of its own, as none shares its clock with the runner in real life. `script`
 * says its origin in one line and ends with its standard input.
 */
export async function startPeerServer(
  peer: string,
  folder: string,
  script = join(import.meta.dirname, 'serve.ts'),
): Promise<PeerServer> {
  const child = spawn(process.execPath, [script, peer, folder], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^listening (\S+)/u.exec(line)?.[1];
    if (origin === undefined) continue;
    return {
      origin,
      stop: () => {
        child.stdin.end();
        return ended;
      },
    };
  }
  throw new Error(`the server of ${peer} did not start`);
}
