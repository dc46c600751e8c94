import { defineConfig } from 'vitest/config';

/**
 * Rings of tests: `verify` runs unit and rules; `npm test` adds the rest. A ring that computes takes every core; one that
 * mostly waits for a page takes two files at a time. A group of its own for each lets them differ in that. Where files
 * are many and every test sets up devices of its own, no module is loaded twice.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'tests/{instruments,records,commands,projections,crypto,protocol,store,sync,report,app,i18n,ui,rules}/**/*.test.{ts,tsx}',
          ],
          testTimeout: 30_000,
          maxWorkers: '100%',
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/server/postgres-global.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'scenario',
          include: ['tests/scenario/**/*.test.ts'],
          testTimeout: 300_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          testTimeout: 600_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
