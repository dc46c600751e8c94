/** Why nothing can be recorded here. */
export type RecorderTrouble = 'refused' | 'noMicrophone' | 'unsupported' | 'silent';

/** What a browser recorded. */
export interface Recorded {
  readonly mime: 'audio/webm' | 'audio/mp4' | 'audio/ogg';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface RecordingSession {
  /** How loud it is now, 0–1. */
  level(): number;
  /** Ends it; what was said is given to `onDone`. */
  stop(): void;
  /** Ends it, and forgets what was said. */
  discard(): void;
}

/** Long enough for the longest question, read calmly; a recording then stays far below what an envelope holds. */
export const maxRecordingSeconds = 20;
/** Opus is clear speech at this rate. */
const bitsPerSecond = 32_000;
/** What a container takes before the first word. */
const containerBytes = 4_096;

/**
 * What is recorded into, the best first. AAC in MP4 plays everywhere, also on the older iPads that know no WebM and no
 * Opus; a bare `audio/mp4` may hold Opus, where the browser also makes WebM.
 */
const kinds = [
  { type: 'audio/mp4;codecs=mp4a.40.2', mime: 'audio/mp4' },
  { type: 'audio/webm', mime: 'audio/webm' },
  { type: 'audio/mp4', mime: 'audio/mp4' },
  { type: 'audio/ogg', mime: 'audio/ogg' },
] as const;
type Kind = (typeof kinds)[number];

/**
 * How a browser records: the first kind that it can, and where that is AAC, another one beside it. The encoders of some
 * systems know no rate below 96 kbit/s for AAC, whatever they are asked for: what they make may be too large to keep.
 */
export function recordedKinds(isSupported: (type: string) => boolean): readonly Kind[] {
  const known = kinds.filter(({ type }) => isSupported(type));
  const [best] = known;
  if (best?.type !== kinds[0].type) return known.slice(0, 1);
  return [best, ...known.filter(({ mime }) => mime !== best.mime).slice(0, 1)];
}

/** Of the same words recorded in several kinds, the first that kept the rate, with a third to spare; else the smallest. */
export function keptRecording(
  recordings: readonly Recorded[],
  seconds: number,
): Recorded | undefined {
  const mostBytes = containerBytes + (seconds * bitsPerSecond * 4) / (8 * 3);
  const heard = recordings.filter(({ bytes }) => bytes.length > 0);
  return (
    heard.find(({ bytes }) => bytes.length <= mostBytes) ??
    heard.toSorted((a, b) => a.bytes.length - b.bytes.length)[0]
  );
}

/**
 * Asks for the microphone and records from it in mono, until it is stopped or the time is up. The microphone is let go
 * of as soon as it ends, so that the browser's sign goes out.
 */
export async function startRecording(
  onDone: (recorded: Recorded | RecorderTrouble) => void,
): Promise<RecordingSession | RecorderTrouble> {
  const here =
    'MediaRecorder' in window ? recordedKinds((type) => MediaRecorder.isTypeSupported(type)) : [];
  // Without a secure context there are no media devices at all.
  const devices = (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
  if (here.length === 0 || devices === undefined) return 'unsupported';
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
    });
  } catch (error) {
    return troubleOf(error);
  }
  const letGo = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    return record(stream, here, letGo, onDone);
  } catch {
    letGo();
    return 'unsupported';
  }
}

function record(
  stream: MediaStream,
  kindsHere: readonly Kind[],
  letGo: () => void,
  onDone: (recorded: Recorded | RecorderTrouble) => void,
): RecordingSession {
  const recorders = kindsHere.flatMap((kind) => startOne(stream, kind));
  if (recorders.length === 0) throw new Error('nothing records here');
  const meter = createMeter(stream);
  const from = performance.now();
  let isWanted = true;
  const stop = (): void => {
    for (const { end } of recorders) end();
  };
  const timer = setTimeout(stop, maxRecordingSeconds * 1_000);
  void Promise.all(recorders.map(({ recorded }) => recorded)).then((all) => {
    clearTimeout(timer);
    meter.close();
    letGo();
    const seconds = (performance.now() - from) / 1_000;
    if (isWanted) onDone(keptRecording(all, seconds) ?? 'silent');
  });
  return {
    level: meter.level,
    stop,
    discard: () => {
      isWanted = false;
      stop();
    },
  };
}

interface Running {
  readonly recorded: Promise<Recorded>;
  end(): void;
}

/** Begins to record into one kind; nothing where the browser cannot after all. */
function startOne(stream: MediaStream, { type, mime }: Kind): readonly Running[] {
  let recorder: MediaRecorder;
  try {
    recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: bitsPerSecond });
    recorder.start();
  } catch {
    return [];
  }
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const recorded = new Promise<Recorded>((resolve) => {
    recorder.onstop = () => {
      void new Blob(parts).arrayBuffer().then((buffer) => {
        resolve({ mime, bytes: new Uint8Array(buffer) });
      });
    };
  });
  const end = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  return [{ recorded, end }];
}

function troubleOf(error: unknown): RecorderTrouble {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'noMicrophone';
}

/** The loudness of a stream as the root mean square of its samples, drawn out so that speech fills the bar. */
function createMeter(stream: MediaStream): { level(): number; close(): void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1_024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      const squares = samples.reduce((sum, sample) => sum + sample * sample, 0);
      return Math.min(1, Math.sqrt(squares / samples.length) * 4);
    },
    close: () => void context.close().catch(() => undefined),
  };
}
