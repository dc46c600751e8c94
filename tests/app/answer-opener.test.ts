import { expect, it } from 'vitest';
import { createAnswerOpener } from '#app/team/answer-opener.ts';
import { sealEnvelope } from '#crypto/envelope-seal.ts';
import { newDevicePair } from '#crypto/hpke.ts';
import { openMany, type OpeningJob } from '#crypto/opening-job.ts';
import { randomId } from '#crypto/random.ts';
import type { OpeningQuestion } from '#worker/open-answers.ts';
import { eventually } from './until.ts';

const space = randomId();

async function sealedJobs(count: number): Promise<OpeningJob[]> {
  const pair = await newDevicePair();
  const [round, key, cardHash] = [randomId(), randomId(), randomId()];
  return Promise.all(
    Array.from({ length: count }, async (_unused, at) => {
      const place = { id: randomId(), kind: 'answer', round, key, space, cardHash } as const;
      const sealing = { type: 'hpke', publicKey: pair.publicKey } as const;
      const envelope = await sealEnvelope(sealing, `answer ${at}`, place);
      if (envelope === undefined) throw new Error('too long');
      return { opening: { type: 'hpke', pair }, envelope, cardHash };
    }),
  );
}
const texts = (count: number) => Array.from({ length: count }, (_unused, at) => `answer ${at}`);

/** A thread apart, as far as Node has one: what crosses is cloned, and it answers a turn later. */
function startThread(answers: (question: OpeningQuestion, thread: Worker) => Promise<void>): {
  readonly newWorker: () => Worker;
  readonly started: () => number;
} {
  let started = 0;
  const newWorker = (): Worker => {
    started += 1;
    const thread = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      terminate: () => undefined,
      postMessage: (question: OpeningQuestion) => {
        void answers(structuredClone(question), thread as unknown as Worker);
      },
    };
    // As much of a worker as the opener uses.
    return thread as unknown as Worker;
  };
  return { newWorker, started: () => started };
}

const works = async ({ number, space, jobs }: OpeningQuestion, thread: Worker): Promise<void> => {
  const data = structuredClone({ number, texts: await openMany(space, jobs) });
  thread.onmessage?.(new MessageEvent('message', { data }));
};

it('opens in a worker that is started once, when it is first needed', async () => {
  const { newWorker, started } = startThread(works);
  const opener = createAnswerOpener(space, newWorker);
  const few = await sealedJobs(2);
  expect(await opener.open(few)).toEqual(texts(2));
  expect(started()).toBe(0);

  const jobs = await sealedJobs(20);
  const [first, second] = await Promise.all([opener.open(jobs), opener.open(jobs.toReversed())]);
  expect(first).toEqual(texts(20));
  expect(second).toEqual(texts(20).toReversed());
  expect(started()).toBe(1);
  opener.stop();
});

it('says in the place of an envelope that does not open that it does not, and opens the others', async () => {
  const { newWorker } = startThread(works);
  const jobs = await sealedJobs(10);
  const [broken, ...others] = jobs;
  if (broken === undefined) throw new Error('none');
  const moved = { ...broken, cardHash: randomId() };
  expect(await createAnswerOpener(space, newWorker).open([moved, ...others])).toEqual([
    undefined,
    ...texts(10).slice(1),
  ]);
});

it.each<[string, (() => Worker) | undefined]>([
  ['there are no workers', undefined],
  [
    'a policy refuses the worker',
    () => {
      throw new TypeError('not a worker');
    },
  ],
  [
    'the worker’s file does not come',
    startThread(async (_question, thread) => thread.onerror?.(new Event('error') as ErrorEvent))
      .newWorker,
  ],
  [
    'a key cannot cross to it',
    startThread(() => {
      throw new DOMException('no', 'DataCloneError');
    }).newWorker,
  ],
])('opens by itself where %s', async (_what, newWorker) => {
  const opener = createAnswerOpener(space, newWorker);
  const jobs = await sealedJobs(20);
  expect(await opener.open(jobs)).toEqual(texts(20));
  expect(await opener.open(jobs)).toEqual(texts(20));
});

it('leaves no question without its answer when it is stopped', async () => {
  let asked = 0;
  const { newWorker } = startThread(async () => {
    asked += 1;
  });
  const opener = createAnswerOpener(space, newWorker);
  const opening = opener.open(await sealedJobs(20));
  await eventually(() => (asked === 1 ? true : undefined));
  opener.stop();
  expect(await opening).toEqual(texts(20));
});
