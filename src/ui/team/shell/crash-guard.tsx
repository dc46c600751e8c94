import { useErrorBoundary } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Button } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { useText } from '#ui/parts/text/text.tsx';

/** Keeps a bug on one screen from taking the others with it. Give it the address as key. */
export function CrashGuard({ children }: { readonly children: ComponentChildren }) {
  const { t } = useText();
  const [error] = useErrorBoundary((problem) => {
    // The browser's own report, for whoever looks for the bug; nothing is sent anywhere.
    reportError(problem);
  });
  if (error === undefined) return <>{children}</>;
  return (
    <EmptyState
      title={t('app.crashed')}
      action={
        <Button kind="primary" onClick={() => window.location.reload()}>
          {t('parts.reload')}
        </Button>
      }
    >
      {t('app.crashedText')}
    </EmptyState>
  );
}
