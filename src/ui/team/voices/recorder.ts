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
const containers = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const;

/**
 * Asks for the microphone and records from it in mono, until it is stopped or the time is up. The microphone is let go
 * of as soon as it ends, so that the browser's sign goes out.
 */
export async function startRecording(
  onDone: (recorded: Recorded | RecorderTrouble) => void,
): Promise<RecordingSession | RecorderTrouble> {
  const mime = containerHere();
  // Without a secure context there are no media devices at all.
  const devices = (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
  if (mime === undefined || devices === undefined) return 'unsupported';
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
    return record(stream, mime, letGo, onDone);
  } catch {
    letGo();
    return 'unsupported';
  }
}

function record(
  stream: MediaStream,
  mime: Recorded['mime'],
  letGo: () => void,
  onDone: (recorded: Recorded | RecorderTrouble) => void,
): RecordingSession {
  const recorder = new MediaRecorder(stream, {
    mimeType: mime,
    audioBitsPerSecond: bitsPerSecond,
  });
  const meter = createMeter(stream);
  const parts: Blob[] = [];
  let isWanted = true;
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  recorder.onstop = () => {
    clearTimeout(timer);
    meter.close();
    letGo();
    if (!isWanted) return;
    void new Blob(parts).arrayBuffer().then((buffer) => {
      onDone(buffer.byteLength === 0 ? 'silent' : { mime, bytes: new Uint8Array(buffer) });
    });
  };
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.start();
  const timer = setTimeout(stop, maxRecordingSeconds * 1_000);
  return {
    level: meter.level,
    stop,
    discard: () => {
      isWanted = false;
      stop();
    },
  };
}

/** The first container that this browser records into: WebM (Chromium, Firefox), MP4 (Safari), Ogg. */
function containerHere(): Recorded['mime'] | undefined {
  if (!('MediaRecorder' in window)) return undefined;
  return containers.find((type) => MediaRecorder.isTypeSupported(type));
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
