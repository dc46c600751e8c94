import { useEffect, useRef, useState } from 'preact/hooks';
import {
  maxRecordingSeconds,
  startRecording,
  type Recorded,
  type RecorderTrouble,
  type RecordingSession,
} from './recorder.ts';

/** The one recorder of the page: one prompt at a time. */
export interface Recorder {
  /** The prompt that it is busy with. */
  readonly prompt: string | null;
  readonly phase: 'idle' | 'asking' | 'recording' | 'saving';
  readonly secondsLeft: number;
  readonly level: () => number;
  start(prompt: string): void;
  stop(): void;
}

/** `keep` gets each finished recording; `onTrouble` hears why there is none. What is running ends with the screen. */
export function useRecorder(
  keep: (prompt: string, recorded: Recorded) => Promise<void>,
  onTrouble: (prompt: string, why: RecorderTrouble) => void,
): Recorder {
  const [state, setState] = useState<Pick<Recorder, 'prompt' | 'phase'>>({
    prompt: null,
    phase: 'idle',
  });
  const [secondsLeft, setSecondsLeft] = useState(maxRecordingSeconds);
  const session = useRef<RecordingSession | null>(null);
  const gone = useRef(false);
  const latest = useRef({ keep, onTrouble });
  latest.current = { keep, onTrouble };

  useEffect(
    () => () => {
      gone.current = true;
      session.current?.discard();
    },
    [],
  );
  useEffect(() => {
    if (state.phase !== 'recording') return undefined;
    const from = performance.now();
    const timer = setInterval(() => {
      const passed = (performance.now() - from) / 1_000;
      setSecondsLeft(Math.max(0, Math.ceil(maxRecordingSeconds - passed)));
    }, 250);
    return () => clearInterval(timer);
  }, [state.phase]);

  const idle = (): void => {
    session.current = null;
    setState({ prompt: null, phase: 'idle' });
  };

  const start = async (prompt: string): Promise<void> => {
    setState({ prompt, phase: 'asking' });
    setSecondsLeft(maxRecordingSeconds);
    const started = await startRecording((recorded) => {
      if (gone.current) return;
      if (typeof recorded === 'string') {
        latest.current.onTrouble(prompt, recorded);
        idle();
        return;
      }
      setState({ prompt, phase: 'saving' });
      void latest.current.keep(prompt, recorded).finally(idle);
    });
    if (typeof started === 'string') {
      latest.current.onTrouble(prompt, started);
      idle();
    } else if (gone.current) {
      started.discard();
    } else {
      session.current = started;
      setState({ prompt, phase: 'recording' });
    }
  };

  return {
    ...state,
    secondsLeft,
    level: () => session.current?.level() ?? 0,
    start: (prompt) => {
      if (state.phase === 'idle') void start(prompt);
    },
    stop: () => session.current?.stop(),
  };
}
