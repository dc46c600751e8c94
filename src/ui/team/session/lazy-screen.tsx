import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { useText } from '#ui/parts/text/text.tsx';

/** A screen whose code is fetched when it is first shown. If that fails, it says so and offers to reload. */
export function lazyScreen<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function LazyScreen(props: P) {
    const { t } = useText();
    const [failed, setFailed] = useState(false);
    const [, setReady] = useState(loaded !== null);
    useEffect(() => {
      if (loaded !== null) return undefined;
      let gone = false;
      load().then(
        (screen) => {
          loaded = screen;
          if (!gone) setReady(true);
        },
        () => {
          if (!gone) setFailed(true);
        },
      );
      return () => {
        gone = true;
      };
    }, []);
    if (failed) {
      return (
        <EmptyState
          title={t('parts.loadFailed')}
          action={
            <Button kind="primary" onClick={() => window.location.reload()}>
              {t('parts.reload')}
            </Button>
          }
        >
          {t('parts.loadFailedText')}
        </EmptyState>
      );
    }
    if (loaded === null) return <p class="screen-loading">{t('parts.loading')}</p>;
    const Screen = loaded;
    return <Screen {...props} />;
  };
}
