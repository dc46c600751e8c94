import { readFileSync } from 'node:fs';
import { layers, type Layer } from '../../lint/layers.ts';

/** A file that breaks one rule of the layer table on purpose. */
export interface Fault {
  /** Which row, and what it does wrong: `records imports #store`. */
  readonly name: string;
  readonly layer: string;
  readonly rule: 'no-restricted-imports' | 'no-restricted-globals' | 'no-restricted-properties';
  readonly source: string;
}

const packageFile: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
export const packages = Object.keys({
  ...packageFile.dependencies,
  ...packageFile.devDependencies,
});

/** The ways in which one module can reach another. */
const imports: Record<string, (from: string) => string> = {
  imports: (from) => `import { planted } from '${from}';\nexport const kept = planted;\n`,
  'takes a type of': (from) =>
    `import type { Planted } from '${from}';\nexport type Kept = Planted;\n`,
  'exports from': (from) => `export { planted } from '${from}';\n`,
  'exports all of': (from) => `export * from '${from}';\n`,
  'runs the side effects of': (from) => `import '${from}';\n`,
  'imports in the course of things': (from) => `export const load = () => import('${from}');\n`,
};

function faultsOf(layer: Layer): Fault[] {
  const allowed = [layer.folder, ...layer.layers];
  const refusedLayers = layers
    .map(({ folder }) => folder)
    .filter((folder) => !allowed.includes(folder))
    .map((folder) => `#${folder}/planted.ts`);
  const refusedPackages = packages.flatMap((name) =>
    layer.packages.includes(name) ? [] : [name, `${name}/sub`],
  );
  const refusedModules = [
    ...refusedLayers,
    ...refusedPackages,
    ...(layer.packages.includes('node:*') ? [] : ['node:fs', 'node:fs/promises']),
    ...(layer.locales === true ? [] : ['#locales/sv/answer.json']),
    'fs',
    'fs/promises',
    '../planted.ts',
    '../../planted.ts',
    './../planted.ts',
    '/src/store/store.ts',
  ];
  // One way in for every module, every way in for two of them.
  const everyWay = new Set([refusedLayers[0], '../planted.ts']);
  const imported = refusedModules.flatMap((from) => {
    const ways = Object.entries(imports);
    return (everyWay.has(from) ? ways : ways.slice(0, 1)).map(([way, write]) => ({
      name: `${layer.folder} ${way} ${from}`,
      layer: layer.folder,
      rule: 'no-restricted-imports' as const,
      source: write(from),
    }));
  });
  const touched = layer.forbiddenGlobals.flatMap((global) =>
    [global, `globalThis.${global}`].map((written) => ({
      name: `${layer.folder} touches ${written}`,
      layer: layer.folder,
      rule: 'no-restricted-globals' as const,
      source: `export const planted = () => ${written};\n`,
    })),
  );
  const chance = {
    name: `${layer.folder} throws dice`,
    layer: layer.folder,
    rule: 'no-restricted-properties' as const,
    source: 'export const planted = () => Math.random();\n',
  };
  return [...imported, ...touched, chance];
}

export const faults: readonly Fault[] = layers.flatMap(faultsOf);

/** For every row a file that imports all that the row allows, and so must pass. */
export const cleanFiles: readonly { readonly layer: string; readonly source: string }[] =
  layers.map((layer) => {
    const modules = [
      './neighbour.ts',
      `#${layer.folder}/deeper/neighbour.ts`,
      ...layer.layers.map((folder) => `#${folder}/clean.ts`),
      ...layer.packages.map((name) => (name === 'node:*' ? 'node:fs' : name)),
      ...(layer.locales === true ? ['#locales/sv/answer.json'] : []),
    ];
    const lines = modules.map((from, at) => `import { a as a${at} } from '${from}';\n`);
    return {
      layer: layer.folder,
      source: `${lines.join('')}export const all = [${modules.map((_, at) => `a${at}`).join()}];\n`,
    };
  });
