import { openMany, type OpeningJob } from '#crypto/opening-job.ts';
import type { OpeningQuestion, OpeningReply } from '#worker/open-answers.ts';

/** Opens sealed envelopes, many at a time; undefined in the place of one that does not open. */
export interface AnswerOpener {
  open(jobs: readonly OpeningJob[]): Promise<readonly (string | undefined)[]>;
  stop(): void;
}

/** So few are opened sooner than a worker is started. */
const fewJobs = 8;

interface Asked {
  readonly jobs: readonly OpeningJob[];
  readonly answer: (texts: Promise<readonly (string | undefined)[]>) => void;
}

/**
 * Opens off the main thread, in one worker that is started when it is first needed. Where there is none, or it fails,
 * the page opens what is left by itself: slower to touch, and as true.
 */
export function createAnswerOpener(
  space: string,
  newWorker: (() => Worker) | undefined,
): AnswerOpener {
  const asked = new Map<number, Asked>();
  let worker: Worker | undefined;
  let hasFailed = newWorker === undefined;
  let count = 0;

  function fail(): void {
    hasFailed = true;
    worker?.terminate();
    worker = undefined;
    for (const { jobs, answer } of asked.values()) answer(openMany(space, jobs));
    asked.clear();
  }

  function started(): Worker | undefined {
    if (hasFailed || worker !== undefined) return worker;
    try {
      worker = newWorker?.();
    } catch {
      hasFailed = true; // No workers in this browser, or a policy that refuses them.
      return undefined;
    }
    if (worker === undefined) return undefined;
    worker.onmessage = ({ data }: MessageEvent<OpeningReply>) => {
      asked.get(data.number)?.answer(Promise.resolve(data.texts));
      asked.delete(data.number);
    };
    worker.onerror = fail;
    worker.onmessageerror = fail;
    return worker;
  }

  return {
    open: (jobs) => {
      const thread = jobs.length < fewJobs ? undefined : started();
      if (thread === undefined) return openMany(space, jobs);
      return new Promise((resolve) => {
        count += 1;
        const question: OpeningQuestion = { number: count, space, jobs };
        asked.set(count, { jobs, answer: resolve });
        try {
          thread.postMessage(question);
        } catch {
          fail(); // A browser whose keys cannot cross to another thread.
        }
      });
    },
    stop: () => {
      if (worker !== undefined) fail();
    },
  };
}
