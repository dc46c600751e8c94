import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function hashesOf(html: string, tag: 'script' | 'style'): string[] {
  const inline = html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'gu'));
  return [...inline].map(([, content]) => {
    const digest = createHash('sha256')
      .update(content ?? '')
      .digest('base64');
    return `'sha256-${digest}'`;
  });
}

/**
 * The policy for one page: nothing is allowed but our own files, this page's inline bytes by hash,
 * and connections to ourselves and to the origins named at build (a mailbox elsewhere).
 */
export function policyFor(html: string, connect: readonly string[]): string {
  return [
    `default-src 'none'`,
    ["script-src 'self'", ...hashesOf(html, 'script')].join(' '),
    ["style-src 'self'", ...hashesOf(html, 'style')].join(' '),
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    ["connect-src 'self'", ...connect].join(' '),
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `media-src 'self' blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types spegla-worker`,
  ].join('; ');
}

/**
 * Writes each page's policy into the page (a static host needs no headers) and into dist/csp.json,
 * which the server reads. `origins` is a list parted by spaces or commas.
 */
export function addContentSecurity(outDir: string, origins: string): void {
  const connect = origins.split(/[\s,]+/u).filter((origin) => origin !== '');
  const policies: Record<string, string> = {};
  for (const page of ['index.html', 'answer.html']) {
    const path = join(outDir, page);
    if (!existsSync(path)) continue;
    const html = readFileSync(path, 'utf8');
    const policy = policyFor(html, connect);
    policies[page] = policy;
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
    // First of all, so that nothing before it escapes the policy.
    writeFileSync(
      path,
      html.replace(/<meta charset="[^"]*"\s*\/?>/iu, (charset) => `${charset}${meta}`),
    );
  }
  writeFileSync(join(outDir, 'csp.json'), `${JSON.stringify(policies, null, 2)}\n`);
}
