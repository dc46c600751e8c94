import { useEffect } from 'preact/hooks';

/**
 * Opens every closed part of the page for paper and closes it again after: paper has nothing to tap. Tables stay as
 * they are, since the charts have the same numbers written in them.
 */
export function useOpenForPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [
        ...document.querySelectorAll<HTMLDetailsElement>('main details:not([open], .figure-table)'),
      ];
      for (const details of opened) details.open = true;
    };
    const close = (): void => {
      for (const details of opened) details.open = false;
      opened = [];
    };
    // Before the charts' own listeners: they measure the room that they get on opening.
    addEventListener('beforeprint', open, { capture: true });
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open, { capture: true });
      removeEventListener('afterprint', close);
    };
  }, []);
}
