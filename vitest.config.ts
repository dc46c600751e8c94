import { defineConfig } from 'vitest/config';

/** Rings of tests: `verify` runs unit and rules; `npm test` adds the rest. */
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
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/server/postgres-global.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: { name: 'scenario', include: ['tests/scenario/**/*.test.ts'], testTimeout: 300_000 },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          testTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
