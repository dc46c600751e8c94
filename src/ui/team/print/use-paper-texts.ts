import { useEffect, useState } from 'preact/hooks';
import { loadPaperTexts, type PaperForm, type PaperTexts } from '#i18n/paper-texts.ts';

/** What has been fetched of the wished languages, and which of them could not be (codes). */
export interface FetchedTexts {
  /** In the order of the wish; undefined until all have been tried. */
  readonly texts: readonly PaperTexts[] | undefined;
  readonly failed: readonly string[];
  /** Tries those that failed once more. */
  readonly retry: () => void;
}

/** Fetches the printed texts of some languages. What is shown stays until the next is ready. */
export function usePaperTexts(codes: readonly string[], form: PaperForm): FetchedTexts {
  const [found, setFound] = useState<Pick<FetchedTexts, 'texts' | 'failed'>>({
    texts: undefined,
    failed: [],
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    void Promise.allSettled(codes.map((code) => loadPaperTexts(code, form))).then((ends) => {
      if (gone) return;
      setFound({
        texts: ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
        failed: codes.filter((_, at) => ends[at]?.status === 'rejected'),
      });
    });
    return () => {
      gone = true;
    };
  }, [codes.join(' '), form, attempt]);
  return { ...found, retry: () => setAttempt(attempt + 1) };
}
