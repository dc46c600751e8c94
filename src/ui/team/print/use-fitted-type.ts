import { useLayoutEffect, useRef } from 'preact/hooks';

/** In hundredths. */
const smallest = 40;
const largest = 100;

function fits(sheet: HTMLElement, type: number): boolean {
  sheet.style.setProperty('--type', (type / 100).toFixed(2));
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = sheet;
  return scrollHeight <= clientHeight && scrollWidth <= clientWidth;
}

/**
 * Makes a sheet's type (`--type`, 1 = as designed) as large as lets everything stand on its one page. By halving: each
 * look lays out a page of a dozen scripts.
 */
function fit(sheet: HTMLElement): void {
  if (fits(sheet, largest)) return;
  let [fitting, tooLarge] = [smallest, largest];
  while (tooLarge - fitting > 1) {
    const middle = Math.floor((fitting + tooLarge) / 2);
    if (fits(sheet, middle)) fitting = middle;
    else tooLarge = middle;
  }
  fits(sheet, fitting);
}

/** `ref` for a sheet of a fixed size; fitted anew whenever `what` changes, and when its letters have arrived. */
export function useFittedType<T extends HTMLElement>(what: string) {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const look = (): void => {
      if (ref.current !== null) fit(ref.current);
    };
    look();
    void document.fonts.ready.then(look);
    document.fonts.addEventListener('loadingdone', look);
    return () => document.fonts.removeEventListener('loadingdone', look);
  }, [what]);
  return ref;
}
