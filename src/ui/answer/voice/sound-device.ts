import type { Sound } from './sound-player.ts';

let context: AudioContext | undefined;

/**
 * The page's one way to the loudspeaker, or undefined where the browser has none. Browsers let it sound only after
 * somebody has tapped: ask for it in the tap.
 */
export function soundDevice(): AudioContext | undefined {
  if (!('AudioContext' in window)) return undefined;
  context ??= new AudioContext();
  // Also after the tablet has slept, or a call has come in between.
  if (context.state !== 'running') void context.resume().catch(() => undefined);
  return context;
}

/**
 * Begins a recording; undefined where this browser can't decode it. Decoded here and not by an <audio> element, so
 * that the page's policy needs no `blob:` media.
 */
export async function recordedSound(bytes: Uint8Array<ArrayBuffer>): Promise<Sound | undefined> {
  const device = soundDevice();
  if (device === undefined) return undefined;
  // Decoding takes the bytes away from their owner: it gets a copy.
  const recording = await device.decodeAudioData(bytes.slice().buffer);
  const source = device.createBufferSource();
  source.buffer = recording;
  source.connect(device.destination);
  const ended = new Promise<void>((resolve) => {
    source.addEventListener('ended', () => resolve(), { once: true });
  });
  source.start();
  return { ended, stop: () => source.stop() };
}
