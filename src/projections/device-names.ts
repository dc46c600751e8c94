import type { Ledger } from './ledger.ts';

/** The team's devices by name, this one first. */
export function deviceNames(
  ledger: Ledger,
  thisDevice: string,
): readonly { readonly device: string; readonly name: string; readonly isThisOne: boolean }[] {
  const { book } = ledger;
  return book
    .paths('devices/')
    .filter((path) => path.endsWith('/name'))
    .map((path) => {
      const device = path.split('/')[1] ?? '';
      const name = book.value(path);
      return {
        device,
        name: typeof name === 'string' ? name : '',
        isThisOne: device === thisDevice,
      };
    })
    .toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}
