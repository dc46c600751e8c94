import { useRef, useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';

type Problem = 'full' | 'failed' | 'empty';

/** Hands in once, however often it is tapped; `done` follows only when the answer is safe. */
export function useHandIn(done: () => void) {
  const { app } = usePage();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const run = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await app.handIn();
      if (result.ok) done();
      else setProblem(result.why);
    } catch {
      setProblem('failed');
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, problem, handIn: () => void run() };
}
