import { createHash } from 'node:crypto';

/** What happened in a world, as lines: all of them in one hash, the last of them to read. */
export interface Trace {
  readonly say: (line: string) => void;
  readonly last: () => readonly string[];
  readonly hash: () => string;
}

const keptLines = 60;

/** `stamp` says when and after how many steps; `print` sees every line as it comes. */
export function createTrace(stamp: () => string, print?: (line: string) => void): Trace {
  const hash = createHash('sha256');
  const kept: string[] = [];
  return {
    say: (text) => {
      const line = `${stamp()} ${text}`;
      hash.update(`${line}\n`);
      kept.push(line);
      if (kept.length > keptLines) kept.shift();
      print?.(line);
    },
    last: () => kept,
    hash: () => hash.copy().digest('hex').slice(0, 16),
  };
}
