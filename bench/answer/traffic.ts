import type { BrowserContext, CDPSession } from 'playwright-core';

/** What a page fetches, as the browser's own instruments count it: heads and bodies, compressed as they travelled. */
export interface Traffic {
  /** Bytes that had come by then (milliseconds of the machine's clock). */
  bytesUntil(ms: number): number;
  /** Bytes of the document: the first response. */
  firstResponse(): number;
}

/** Counts from now on; before the page goes anywhere. */
export async function watchTraffic(devtools: CDPSession): Promise<Traffic> {
  const counted = new Map<string, number>();
  const arrivals: { readonly seconds: number; readonly bytes: number }[] = [];
  let clockOffset: number | undefined;
  let first: string | undefined;

  const arrive = (request: string, seconds: number, bytes: number): void => {
    if (bytes === 0) return;
    counted.set(request, (counted.get(request) ?? 0) + bytes);
    arrivals.push({ seconds, bytes });
  };
  devtools.on('Network.requestWillBeSent', ({ requestId, timestamp, wallTime }) => {
    first ??= requestId;
    clockOffset ??= wallTime - timestamp;
  });
  devtools.on('Network.responseReceived', ({ requestId, timestamp, response }) => {
    arrive(requestId, timestamp, response.encodedDataLength);
  });
  devtools.on('Network.dataReceived', ({ requestId, timestamp, encodedDataLength }) => {
    arrive(requestId, timestamp, encodedDataLength);
  });
  devtools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    // The final word: what was not told piece by piece came by now.
    arrive(requestId, timestamp, encodedDataLength - (counted.get(requestId) ?? 0));
  });
  await devtools.send('Network.enable');
  return {
    bytesUntil: (ms) => {
      const limit = ms / 1_000 - (clockOffset ?? Number.NaN);
      const sum = arrivals.filter(({ seconds }) => seconds <= limit);
      return sum.reduce((total, { bytes }) => total + bytes, 0);
    },
    firstResponse: () => counted.get(first ?? '') ?? Number.NaN,
  };
}

/** Addresses of other hosts than `origin` that anything of this profile asks for, workers too. */
export function watchThirdParties(context: BrowserContext, origin: string): readonly string[] {
  const found: string[] = [];
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) found.push(request.url());
  });
  return found;
}
