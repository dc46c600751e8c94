import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperDraft, PaperMode, PaperResult } from '#app/team/paper-answers.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { countsOf, emptyDraft, isEmpty } from './entry-draft.ts';

type Refusal = Extract<PaperResult, { readonly ok: false }>['why'];

/** What was last done, for the line under the form. */
export type EntryNews =
  | { readonly kind: 'given'; readonly questions: number; readonly texts: number }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'takenBack'; readonly parked: boolean }
  | { readonly kind: 'cleared' | 'tooLate' };

interface PaperEntry {
  readonly draft: PaperDraft;
  readonly mode: PaperMode;
  readonly news: EntryNews | null;
  /** Counts the papers, so that each begins at its top. */
  readonly paper: number;
  /** Changes what the fingers have written so far: keys may come faster than they are shown. */
  changeDraft(change: (draft: PaperDraft) => PaperDraft): void;
  setMode(mode: PaperMode): void;
  give(): Promise<void>;
  takeBack(): Promise<void>;
  empty(): void;
}

/** One paper after another into a round. What is begun while the last one is taken back waits, and comes back after it. */
export function usePaperEntry(centre: OpenCentre, round: string): PaperEntry {
  const [draft, showDraft] = useState<PaperDraft>(emptyDraft);
  const [mode, setMode] = useState<PaperMode>('paper');
  const [news, setNews] = useState<EntryNews | null>(null);
  const [paper, setPaper] = useState(0);
  // What the fingers have written so far, also before it is shown.
  const present = useRef<PaperDraft>(emptyDraft);
  const given = useRef<PaperDraft>(emptyDraft);
  const parked = useRef<PaperDraft | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    const release = (): void => void centre.paper.release().catch(() => undefined);
    window.addEventListener('pagehide', release);
    return () => {
      window.removeEventListener('pagehide', release);
      void queue.current.then(release); // Also what is being sealed just now.
    };
  }, [centre]);

  const isBegun = !isEmpty(draft) || parked.current !== null;
  useEffect(() => {
    if (!isBegun) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBegun]);

  const setDraft = (next: PaperDraft): void => {
    present.current = next;
    showDraft(next);
  };
  const begin = (next: PaperDraft): void => {
    setDraft(next);
    setPaper((count) => count + 1);
  };
  /** Puts a paper back that was not entered (any more); what was begun meanwhile waits. */
  const putBack = (back: PaperDraft): void => {
    if (!isEmpty(present.current)) parked.current = present.current;
    begin(back);
  };
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    queue.current = queue.current.then(task);
    return queue.current;
  };

  return {
    draft,
    mode,
    news,
    paper,
    changeDraft: (change) => setDraft(change(present.current)),
    setMode,
    give: () => {
      // The next paper begins at once: no key is lost while this one is sealed.
      const handed = present.current;
      if (isEmpty(handed)) {
        setNews({ kind: 'refused', why: 'empty' });
        return Promise.resolve();
      }
      begin(parked.current ?? emptyDraft);
      parked.current = null;
      return inTurn(async () => {
        const result = await centre.paper.give(round, mode, handed);
        if (result.ok) {
          given.current = handed;
          setNews({ kind: 'given', ...countsOf(handed) });
        } else {
          putBack(handed);
          setNews({ kind: 'refused', why: result.why });
        }
      });
    },
    takeBack: () =>
      inTurn(async () => {
        if (!(await centre.paper.takeBack())) {
          setNews({ kind: 'tooLate' });
          return;
        }
        putBack(given.current);
        setNews({ kind: 'takenBack', parked: parked.current !== null });
      }),
    empty: () => {
      begin(emptyDraft);
      setNews({ kind: 'cleared' });
    },
  };
}
