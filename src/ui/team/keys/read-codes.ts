interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
declare global {
  /** Not in every browser, and not in TypeScript's library. */
  var BarcodeDetector:
    | ((new (options: { formats: readonly string[] }) => Detector) & {
        getSupportedFormats?(): Promise<readonly string[]>;
      })
    | undefined;
}

/** Reads the QR code that a video shows now; undefined where it shows none. */
export type ReadCode = (video: HTMLVideoElement) => Promise<string | undefined>;

/** Large enough for the finest code of ours, small enough for five looks a second on a cheap tablet. */
const longestSide = 960;

/** The browser's own reader where it has one for QR codes; otherwise ours, which is fetched only now. */
export async function createCodeReader(): Promise<ReadCode> {
  return (await browserReader()) ?? (await ownReader());
}

async function browserReader(): Promise<ReadCode | undefined> {
  const Detector = globalThis.BarcodeDetector;
  // Chromium has the class on machines where nothing stands behind it: then it knows no formats.
  const formats: readonly string[] | undefined = await Detector?.getSupportedFormats?.().catch(
    () => [],
  );
  if (Detector === undefined || formats?.includes('qr_code') !== true) return undefined;
  const detector = new Detector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function ownReader(): Promise<ReadCode> {
  const { default: decode } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    if (context === null || videoWidth === 0) return undefined;
    const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decode(context.getImageData(0, 0, canvas.width, canvas.height), { timeLimit: 100 });
    } catch {
      return undefined; // It throws where it finds no code.
    }
  };
}
