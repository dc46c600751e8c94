import { openEnvelope, type OpeningKey, type SealedEnvelope } from './envelope-seal.ts';

/** One sealed envelope and what opens it. The key is a CryptoKey: it crosses between threads without being read. */
export interface OpeningJob {
  readonly opening: OpeningKey;
  readonly envelope: SealedEnvelope;
  readonly cardHash: string | null;
}

/** Opened side by side, so that WebCrypto's own threads have work. */
const openedAtOnce = 64;

/** The texts of sealed envelopes in their order; undefined where one does not open. */
export async function openMany(
  space: string,
  jobs: readonly OpeningJob[],
): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < jobs.length; at += openedAtOnce) {
    const some = jobs.slice(at, at + openedAtOnce);
    texts.push(
      ...(await Promise.all(
        some.map(({ opening, envelope, cardHash }) =>
          openEnvelope(opening, envelope, space, cardHash),
        ),
      )),
    );
  }
  return texts;
}
