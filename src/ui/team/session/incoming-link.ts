/**
 * The team link or kit link that the page was opened with. This module runs before everything else of the page and takes
 * the secret out of the address bar (and so out of the history) at once.
 */
export const incomingLink: { value: string | null } = { value: takeLink() };

/** True for fragments that carry a secret: they never stay in the address bar. */
export function isSecretFragment(hash: string): boolean {
  return /^#(?:join|kit)\./.test(hash);
}

/** Where a link is to be used. */
function placeOf(hash: string): string {
  return hash.startsWith('#kit.') ? '#/restore' : '#/join';
}

/** The link that came, where it is of this kind. */
export function arrivedLink(kind: 'join' | 'kit'): string | null {
  const link = incomingLink.value;
  return link !== null && new URL(link).hash.startsWith(`#${kind}.`) ? link : null;
}

function takeLink(): string | null {
  const { href, hash, pathname, search } = window.location;
  if (!isSecretFragment(hash)) return null;
  window.history.replaceState(null, '', `${pathname}${search}${placeOf(hash)}`);
  return href;
}

/** Also takes a link that is pasted into the address bar of a page that is open already; says where it belongs. */
export function watchForLinks(onLink: (place: string) => void): void {
  window.addEventListener(
    'hashchange',
    () => {
      const link = takeLink();
      if (link === null) return;
      incomingLink.value = link;
      onLink(placeOf(new URL(link).hash));
    },
    { capture: true },
  );
}
