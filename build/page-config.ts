import type { UserConfig } from 'vite';

/** What the builds of both pages have in common. Addresses are relative: Spegla may live in any folder. */
export const pageConfig: UserConfig = {
  base: './',
  resolve: {
    // The package's own door leads to a bundle for browsers of 2012, 10 % heavier.
    alias: [{ find: /^dexie$/u, replacement: 'dexie/dist/modern/dexie.min.mjs' }],
  },
  // The team's page has one: it opens answers (src/worker/).
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
};
