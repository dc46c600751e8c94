import { useRef, useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';

/** Handing in, as a screen sees it. */
export interface HandingIn {
  readonly busy: boolean;
  readonly problem: 'full' | 'noRoom' | 'failed' | 'empty' | undefined;
  /** `unsaved`: sent from this page's memory, where the device has no room. */
  handIn(how?: 'unsaved'): void;
}

/** Hands in once, however often it is tapped; `done` follows only when the answer is safe. */
export function useHandIn(done: () => void): HandingIn {
  const { app } = usePage();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HandingIn['problem']>();

  const run = async (how?: 'unsaved'): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await app.handIn(how);
      if (!result.ok) setProblem(result.why);
      // The next person is in the middle of theirs: nobody is thanked.
      else if (result.isLate !== true) done();
    } catch {
      setProblem('failed');
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, problem, handIn: (how) => void run(how) };
}
