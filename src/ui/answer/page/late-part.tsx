import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part whose code is fetched when it is first met; shows nothing until then. */
export function LatePart({ load }: { readonly load: () => Promise<ComponentType> }) {
  const [Part, setPart] = useState<ComponentType>();
  useEffect(() => {
    // The setter would call a bare component as an updater.
    void load().then((part) => setPart(() => part));
  }, [load]);
  return Part === undefined ? null : <Part />;
}
