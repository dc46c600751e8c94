import { openMany, type OpeningJob } from '#crypto/opening-job.ts';

/*
 * Opens what the team's page hands it and gives the texts back, so that the page stays quick while hundreds of answers
 * come in. Has nothing of its own: no storage, no network, no key but those in the question.
 */
export interface OpeningQuestion {
  readonly number: number;
  readonly space: string;
  readonly jobs: readonly OpeningJob[];
}

export interface OpeningReply {
  readonly number: number;
  readonly texts: readonly (string | undefined)[];
}

/** The only part of a worker's own scope that this one uses; the page's types, where it is imported too, know no such scope. */
declare const self: { onmessage: unknown; postMessage(message: OpeningReply): void };

self.onmessage = async ({ data }: MessageEvent<OpeningQuestion>): Promise<void> => {
  const { number, space, jobs } = data;
  const reply: OpeningReply = { number, texts: await openMany(space, jobs) };
  self.postMessage(reply);
};
