/**
 * The team link that the page was opened with. This module runs before everything else of the page and takes the secret
 * out of the address bar (and so out of the history) at once.
 */
export const incomingLink: { value: string | null } = { value: takeLink() };

/** True for fragments that carry a secret: they never stay in the address bar. */
export function isSecretFragment(hash: string): boolean {
  return /^#(?:join|kit)\./.test(hash);
}

function takeLink(): string | null {
  const { href, hash, pathname, search } = window.location;
  if (!isSecretFragment(hash)) return null;
  window.history.replaceState(null, '', `${pathname}${search}#/join`);
  return href;
}

/** Also takes a link that is pasted into the address bar of a page that is open already. */
export function watchForLinks(onLink: () => void): void {
  window.addEventListener(
    'hashchange',
    () => {
      const link = takeLink();
      if (link === null) return;
      incomingLink.value = link;
      onLink();
    },
    { capture: true },
  );
}
