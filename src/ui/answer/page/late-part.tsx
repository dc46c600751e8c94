import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MessageScreen } from '#ui/answer/message/message-screen.tsx';

/**
 * A part whose code is fetched when it is first met; shows nothing until then. `isScreen`: it is all that is on the
 * screen, and a code that does not come is told of.
 */
export function LatePart<Props extends object>({
  load,
  isScreen = false,
  ...props
}: Props & {
  readonly load: () => Promise<ComponentType<Props>>;
  readonly isScreen?: boolean;
}) {
  const [Part, setPart] = useState<ComponentType<Props>>();
  const [isFailed, setIsFailed] = useState(false);
  const ask = (): void => {
    setIsFailed(false);
    load().then(
      // The setter would call a bare component as an updater.
      (part) => setPart(() => part),
      () => setIsFailed(true),
    );
  };
  useEffect(() => {
    ask();
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, [load]);
  // What is left of the props is the part's own, which the compiler cannot see through the rest.
  if (Part !== undefined) return <Part {...(props as unknown as Props)} />;
  if (!isScreen || !isFailed) return null;
  return <MessageScreen phase={{ kind: 'unreachable' }} onRetry={ask} />;
}
