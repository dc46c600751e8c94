import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { layers } from '../../lint/layers.ts';

interface Row {
  readonly folder: string;
  readonly layers: string;
  readonly packages: string;
}

function rowsOfPage(): readonly Row[] {
  const page = readFileSync('docs/ARCHITECTURE.md', 'utf8');
  const [, table = ''] = page.split('## The layers');
  return [...table.matchAll(/^\| `([^`]+)` +\|[^|]+\|([^|]+)\|([^|]+)\|$/gm)].map(
    ([, folder = '', may = '', packages = '']) => ({
      folder,
      layers: may.trim(),
      packages: packages.trim(),
    }),
  );
}

it('shows on the architecture page the same layers that the linter holds', () => {
  const list = (names: readonly string[], none: string): string =>
    names.length === 0 ? none : names.join(', ');
  expect(rowsOfPage()).toEqual(
    layers.map((layer) => ({
      folder: layer.folder,
      layers: list(layer.layers, 'nothing'),
      packages: list(layer.packages, 'none'),
    })),
  );
});
