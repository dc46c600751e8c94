/**
 * The layer table: `ls src` is the architecture diagram, and this is what each folder may know.
 * The linter reads it (oxlint.config.ts), a test plants one fault per rule (tests/rules), and
 * docs/ARCHITECTURE.md shows it. Change the three together, with an ADR.
 */
export interface Layer {
  /** Folder under src/. */
  readonly folder: string;
  /** Other folders of ours that it may import (its own is always allowed). */
  readonly layers: readonly string[];
  /** Packages that it may import. Everything else in package.json is refused. */
  readonly packages: readonly string[];
  /** Globals that it must not touch: clock, chance, I/O. */
  readonly forbiddenGlobals: readonly string[];
  /** Whether files of locales/ may be read. */
  readonly locales?: boolean;
}

const clock = ['Date', 'performance', 'setTimeout', 'setInterval'];
const network = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'navigator'];
const storage = ['indexedDB', 'localStorage', 'sessionStorage', 'caches'];
const dom = ['document', 'window', 'location', 'history'];
const io = [...network, ...storage, ...dom, 'process', 'crypto'];

const clientFoundations = [
  'instruments',
  'records',
  'commands',
  'projections',
  'crypto',
  'protocol',
  'store',
  'sync',
  'i18n',
];

export const layers: readonly Layer[] = [
  { folder: 'instruments', layers: [], packages: [], forbiddenGlobals: [...clock, ...io] },
  {
    folder: 'records',
    layers: ['instruments'],
    packages: ['valibot'],
    forbiddenGlobals: [...clock, ...io],
  },
  {
    folder: 'commands',
    layers: ['records', 'projections', 'instruments'],
    packages: ['fractional-indexing'],
    forbiddenGlobals: [...clock, ...io],
  },
  {
    folder: 'projections',
    layers: ['records', 'instruments'],
    packages: [],
    forbiddenGlobals: [...clock, ...io],
  },
  {
    folder: 'crypto',
    layers: [],
    packages: ['hpke'],
    forbiddenGlobals: [...clock, ...network, ...storage, ...dom, 'process'],
  },
  {
    folder: 'protocol',
    layers: [],
    packages: ['valibot'],
    forbiddenGlobals: [...clock, ...io],
  },
  {
    folder: 'store',
    layers: [],
    packages: ['dexie'],
    forbiddenGlobals: [...network, ...dom, 'process'],
  },
  {
    folder: 'sync',
    layers: ['protocol', 'store'],
    packages: ['valibot'],
    forbiddenGlobals: [...storage, ...dom, 'process', 'crypto'],
  },
  {
    folder: 'report',
    layers: ['projections', 'instruments', 'i18n'],
    packages: [],
    forbiddenGlobals: [...network, ...storage, 'process'],
  },
  {
    folder: 'i18n',
    layers: [],
    packages: ['i18next'],
    forbiddenGlobals: [...network, ...storage, 'process'],
    locales: true,
  },
  {
    folder: 'worker',
    layers: ['crypto'],
    packages: [],
    forbiddenGlobals: [...clock, ...network, ...storage, ...dom, 'process'],
  },
  {
    folder: 'app/team',
    layers: clientFoundations.concat('report', 'worker'),
    packages: ['@preact/signals', 'workbox-window'],
    forbiddenGlobals: ['process'],
  },
  {
    folder: 'app/answer',
    layers: clientFoundations,
    packages: ['@preact/signals'],
    forbiddenGlobals: ['process'],
  },
  {
    folder: 'ui/parts',
    layers: ['i18n', 'projections', 'instruments'],
    packages: ['preact', '@preact/signals', 'uqr'],
    forbiddenGlobals: [...network.filter((name) => name !== 'navigator'), ...storage, 'process'],
  },
  {
    folder: 'ui/charts',
    layers: ['i18n', 'projections', 'instruments', 'ui/parts'],
    packages: ['preact', '@preact/signals', 'chart.js'],
    forbiddenGlobals: [...network, ...storage, 'process'],
  },
  {
    folder: 'ui/team',
    layers: ['app/team', 'projections', 'instruments', 'i18n', 'ui/parts', 'ui/charts'],
    packages: [
      'preact',
      '@preact/signals',
      'wouter-preact',
      'uqr',
      'qr',
      '@fontsource/atkinson-hyperlegible',
    ],
    forbiddenGlobals: [...network.filter((name) => name !== 'navigator'), ...storage, 'process'],
  },
  {
    folder: 'ui/answer',
    layers: ['app/answer', 'instruments', 'i18n', 'ui/parts'],
    packages: ['preact', '@preact/signals'],
    forbiddenGlobals: [...network.filter((name) => name !== 'navigator'), ...storage, 'process'],
  },
  {
    folder: 'sw',
    layers: [],
    packages: ['workbox-precaching', 'workbox-routing'],
    forbiddenGlobals: ['document', 'window', 'localStorage', 'indexedDB', 'process'],
  },
  {
    folder: 'server',
    layers: ['protocol'],
    packages: [
      'fastify',
      '@fastify/static',
      '@fastify/helmet',
      '@fastify/rate-limit',
      '@fastify/compress',
      'pg',
      'valibot',
      'node:*',
    ],
    forbiddenGlobals: ['indexedDB', 'localStorage', 'document', 'window'],
  },
];
