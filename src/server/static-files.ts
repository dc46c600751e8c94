import fastifyStatic from '@fastify/static';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { emptyPolicy, permissionsFor } from './security-headers.ts';
import type { App } from './valibot-provider.ts';

const policiesSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.record(v.string(), v.pipe(v.string(), v.regex(/^[\x20-\x7e]+$/))),
);
/** Where the build writes each page's content policy. */
const policyFile = 'csp.json';

/**
 * A worker runs under the policy of its own reply, not its page's: without one it could fetch nothing. Each
 * gets the policy of the page that it serves.
 */
const pageByWorker: Readonly<Record<string, string>> = {
  'sw.js': 'index.html',
  'answer-sw.js': 'answer.html',
};

/** Serves the built app from `folder`: pages under their policies, hashed assets for a year, the rest always asked anew. */
export async function addStaticFiles(app: App, folder: string): Promise<void> {
  const policies = await readPolicies(folder);
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    allowedPath: (path) => path !== `/${policyFile}` && !/\.(br|gz|zst)$/.test(path),
    setHeaders(reply, path) {
      const file = relative(folder, path)
        .split(sep)
        .join('/')
        .replace(/\.(br|gz|zst)$/, '');
      const isHashed = file.startsWith('assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      reply.header('content-security-policy', policyFor(policies, file));
      if (file === 'answer.html') reply.header('permissions-policy', permissionsFor('answer'));
    },
  });
}

function policyFor(policies: Readonly<Record<string, string>>, file: string): string {
  const policy = policies[pageByWorker[file] ?? file];
  if (policy !== undefined) return `${policy.replace(/;\s*$/, '')}; frame-ancestors 'none'`;
  // A page that the build gave no policy brings its own <meta>, which cannot forbid framing.
  const isDocument = file.endsWith('.html') || file in pageByWorker;
  return isDocument ? "frame-ancestors 'none'" : emptyPolicy;
}

async function readPolicies(folder: string): Promise<Record<string, string>> {
  try {
    return v.parse(policiesSchema, await readFile(join(folder, policyFile), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
