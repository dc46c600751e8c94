/** What the table compares; all have the same routes, schemas, guards and rate hooks. */
export type Variant = 'nothing' | 'grouped' | 'each' | 'groupedSlow' | 'eachSlow';

/** How a load is to be made: `run.ts` gives it to `load.ts` as its one argument. */
export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly token: string;
  readonly round: string;
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
}

/** What a load came to. */
export interface LoadReport {
  /** All replies, the warm-up's too. */
  readonly replies: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failures: number;
  readonly firstFailure: string;
}

/** What a server says when it listens. */
export interface ServerReady {
  readonly port: number;
  readonly round: string;
  readonly token: string;
}

/** What a server says when it stops: the processor time that it took since it listened. */
export interface ServerStopped {
  readonly cpuMs: number;
}

/** How long the simulated disk takes to flush. */
export const slowFlushMs = 5;
