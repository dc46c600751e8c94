import { useEffect } from 'preact/hooks';

/** Opens the tables of the page for paper, which has nothing to tap, and closes them again after. */
export function useTablesOnPaper(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('.figure-table:not([open])')];
      for (const details of opened) details.open = true;
    };
    const close = (): void => {
      for (const details of opened) details.open = false;
      opened = [];
    };
    // Before the charts' own listeners: they measure the room that they get.
    addEventListener('beforeprint', open, { capture: true });
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open, { capture: true });
      removeEventListener('afterprint', close);
    };
  }, []);
}
