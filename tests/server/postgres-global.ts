import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from './embedded-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's PostgreSQL is, or why there is none: then the tests that need it fail, and no others. */
    postgres: { readonly url: string } | { readonly problem: string };
  }
}

/** One database server for all files of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const server = await startEmbeddedServer();
    project.provide('postgres', { url: server.url });
    return () => server.remove();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    project.provide('postgres', { problem });
    return async () => {};
  }
}
