import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig, type OxlintOverride } from 'oxlint';
import { layers, type Layer } from './lint/layers.ts';

interface PackageFile {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const packageFile: PackageFile = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);
const allPackages = Object.keys({ ...packageFile.dependencies, ...packageFile.devDependencies });
/** Node's own modules by their old names: `node:` says plainly what they are. */
const bareBuiltins = builtinModules.filter((name) => !name.startsWith('node:'));

/** Matches each of these names, and whatever lies below it. */
function anyOf(prefix: string, names: readonly string[]): string {
  const escaped = names.map((name) => name.replaceAll(/[$.*+?^(){}|[\]\\]/g, '\\$&'));
  return `^${prefix}(?:${escaped.join('|')})(?:/|$)`;
}

/** What one row of the layer table forbids to import, statically or dynamically, as patterns with their reasons. */
function forbiddenImports(layer: Layer): { regex: string; message: string }[] {
  const row = `src/${layer.folder} may not import this: see lint/layers.ts.`;
  const allowed = [layer.folder, ...layer.layers];
  const folders = layers.map((other) => other.folder).filter((name) => !allowed.includes(name));
  const packages = allPackages.filter((name) => !layer.packages.includes(name));
  return [
    { regex: anyOf('#', folders), message: row },
    { regex: anyOf('', packages), message: row },
    { regex: anyOf('', bareBuiltins), message: 'Name it with node: and allow it in the table.' },
    ...(layer.packages.includes('node:*') ? [] : [{ regex: '^node:', message: row }]),
    ...(layer.locales === true ? [] : [{ regex: '^#locales/', message: row }]),
    { regex: '(?:^|/)[.][.](?:/|$)', message: "Write #folder/file.ts; './' only within a folder." },
    { regex: '^(?:/|file:|https?:)', message: 'Write #folder/file.ts.' },
  ];
}

function layerRules(layer: Layer): NonNullable<OxlintOverride['rules']> {
  return {
    'eslint/no-restricted-imports': ['error', { patterns: forbiddenImports(layer) }],
    'eslint/no-restricted-globals': [
      'error',
      { globals: [...layer.forbiddenGlobals], checkGlobalObject: true },
    ],
    'eslint/no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Chance comes in through deps.' },
    ],
  };
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  rules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      // A default that says what the rest has in common is an answer for all of it.
      { considerDefaultExhaustiveForUnions: true },
    ],
    '@typescript-eslint/consistent-type-imports': 'error', // Also keeps import('…') types, which no layer rule sees, out.
    'eslint/no-console': 'error',
    'eslint/eqeqeq': ['error', 'always', { null: 'ignore' }], // `== null` asks for null and undefined at once.
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*'] }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }], // The second says which case of a table it was.

    // Off, each for a reason: what is left is worth stopping for.
    '@typescript-eslint/consistent-return': 'off', // The compiler knows which switch is exhaustive; this rule does not.
    '@typescript-eslint/no-unsafe-type-assertion': 'off', // Each is narrow and says why beside it; `any` stays forbidden.
    '@typescript-eslint/unbound-method': 'off', // Our objects are closures: nothing uses `this`.
    'eslint/no-await-in-loop': 'off', // Order matters in sync and in tests that tell a story.
    'eslint/no-shadow': 'off', // Short callbacks read better with the plain noun.
    'eslint/no-underscore-dangle': 'off', // i18next's own plural suffixes.
    'eslint/no-unmodified-loop-condition': 'off', // Loops that wait are ended from other callbacks.
    'import/no-named-as-default-member': 'off', // fast-check is used as `fc.`, as its documentation does.
    'import/no-unassigned-import': 'off', // Style sheets are imported for their effect.
    'oxc/no-map-spread': 'off', // Records never change: a copy per entry is the point.
    'promise/always-return': 'off', // An effect at the end of a chain returns nothing.
    'unicorn/consistent-function-scoping': 'off', // A closure beside its use is the plainer reading.
    'unicorn/no-array-reverse': 'off', // Only fresh copies are reversed here.
    'unicorn/no-array-sort': 'off', // As above.
    'unicorn/prefer-add-event-listener': 'off', // BroadcastChannel and workers are owned by one reader.
    'unicorn/prefer-set-has': 'off', // Lists of a handful: a set is no faster and reads worse.
    'unicorn/require-module-specifiers': 'off', // `export {}` makes a worker without imports a module.
    'unicorn/require-post-message-target-origin': 'off', // Worker and channel messages have no origin.
    'vitest/no-conditional-expect': 'off', // Tables and properties branch on the case that they drew.
    'vitest/require-mock-type-parameters': 'off', // Nothing of ours is mocked.
    'vitest/no-standalone-expect': 'off', // After each story: the device saw no fault.
    'vitest/require-to-throw-message': 'off', // How an engine words a refused key is its own affair.
  },
  overrides: [
    ...layers.map((layer) => ({
      files: [`src/${layer.folder}/**/*.{ts,tsx}`],
      rules: layerRules(layer),
    })),
    {
      files: ['*.config.ts', 'build/**', 'scripts/**', 'tests/**', 'bench/**'],
      rules: { 'import/no-default-export': 'off', 'eslint/no-console': 'off' },
    },
  ],
  ignorePatterns: ['dist/**', 'data/**', 'node_modules/**'],
});
