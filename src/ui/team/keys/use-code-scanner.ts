import { useEffect, useRef, useState } from 'preact/hooks';
import { createCodeReader } from './read-codes.ts';

/** Whether this browser lets a page ask for the camera. */
export function canScan(): boolean {
  // Missing on insecure pages, whatever the types say.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  return devices?.getUserMedia !== undefined;
}

const pauseMs = 200;

/** Reads QR codes from the camera while mounted. The picture never leaves the device. */
export function useCodeScanner(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'looking' | 'denied'>('starting');
  const latest = useRef(onText);
  latest.current = onText;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let stopped = false;
    const run = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
      });
      const read = await createCodeReader();
      const element = video.current;
      if (stopped || element === null) return;
      element.srcObject = stream;
      await element.play();
      setState('looking');
      while (!stopped) {
        const text = await read(element);
        if (text !== undefined && !stopped) latest.current(text);
        await new Promise((resolve) => {
          setTimeout(resolve, pauseMs);
        });
      }
    };
    run()
      .catch(() => {
        if (!stopped) setState('denied');
      })
      .finally(() => stream?.getTracks().forEach((track) => track.stop()));
    return () => {
      stopped = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return { video, state };
}
