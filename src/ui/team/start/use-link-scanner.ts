import { useEffect, useRef, useState } from 'preact/hooks';

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
declare global {
  /** Not in every browser, and not in TypeScript's library. */
  var BarcodeDetector: (new (options: { formats: readonly string[] }) => Detector) | undefined;
}

/** Whether this browser reads QR codes through its camera by itself. */
export function canScan(): boolean {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  return globalThis.BarcodeDetector !== undefined && devices?.getUserMedia !== undefined;
}

const pauseMs = 200;

/** Reads QR codes from the camera while mounted. The picture never leaves the device. */
export function useLinkScanner(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [denied, setDenied] = useState(false);
  const latest = useRef(onText);
  latest.current = onText;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let stopped = false;
    const run = async (): Promise<void> => {
      const Detector = globalThis.BarcodeDetector;
      if (Detector === undefined) throw new Error('no detector');
      const detector = new Detector({ formats: ['qr_code'] });
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const element = video.current;
      if (stopped || element === null) return;
      element.srcObject = stream;
      await element.play();
      while (!stopped) {
        const [code] = await detector.detect(element);
        if (code !== undefined) latest.current(code.rawValue);
        await new Promise((resolve) => {
          setTimeout(resolve, pauseMs);
        });
      }
    };
    run()
      .catch(() => setDenied(true))
      .finally(() => stream?.getTracks().forEach((track) => track.stop()));
    return () => {
      stopped = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return { video, denied };
}
