import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { errorSchema } from '#protocol/errors.ts';
import { paths } from '#protocol/routes.ts';
import { newToken, temporaryFolder } from './fixtures.ts';
import { setupApp, setupCentre } from './setup-app.ts';

describe('headers', () => {
  function setupDist(): string {
    const dist = join(temporaryFolder(), 'dist');
    mkdirSync(join(dist, 'assets'), { recursive: true });
    const files = {
      'index.html': '<!doctype html><title>Spegla</title>',
      'answer.html': '<!doctype html><title>Svara</title>',
      'sw.js': '// team',
      'answer-sw.js': '// answer',
      'manifest.webmanifest': '{}',
      'assets/app-abc123.js': `// ${'x'.repeat(5_000)}`,
      'assets/late-abc123.js': `// ${'y'.repeat(5_000)}`,
      'csp.json': JSON.stringify({
        'index.html': "default-src 'self'; connect-src 'self' https://mailbox.example",
        'answer.html': "default-src 'self'; script-src 'sha256-abc='",
      }),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
    const packed = brotliCompressSync(files['assets/app-abc123.js']);
    writeFileSync(join(dist, 'assets/app-abc123.js.br'), packed);
    return dist;
  }

  it('are strict on every reply, the refused ones too', async () => {
    const { ask } = await setupApp({ distFolder: setupDist() });
    for (const url of ['/', '/answer.html', '/v1/health', '/v1/nothing', '/nothing']) {
      const { headers } = await ask('GET', url);
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('set-cookie');
    }
  });

  it('that speak of a document come with documents alone: a script weighs no more than it must', async () => {
    const { ask } = await setupApp({ distFolder: setupDist() });
    const ofDocuments = {
      'cross-origin-opener-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'permissions-policy': expect.stringContaining('fullscreen=(self)'),
      'x-frame-options': 'DENY',
    };
    for (const url of ['/', '/answer.html']) {
      expect((await ask('GET', url)).headers).toMatchObject(ofDocuments);
    }
    for (const url of ['/assets/app-abc123.js', '/sw.js', '/v1/health', '/v1/nothing']) {
      const { headers } = await ask('GET', url);
      for (const name of Object.keys(ofDocuments)) expect(headers).not.toHaveProperty(name);
      expect(JSON.stringify(headers).length).toBeLessThan(600);
    }
  });

  it('let the team’s page ask for camera and microphone, and the answering page for neither', async () => {
    const { ask } = await setupApp({ distFolder: setupDist() });
    const permissions = async (url: string) =>
      (await ask('GET', url)).headers['permissions-policy'];
    for (const url of ['/', '/index.html']) {
      expect(await permissions(url)).toMatch(/^camera=\(self\), microphone=\(self\), /);
    }
    expect(await permissions('/answer.html')).toMatch(/^camera=\(\), microphone=\(\), /);
  });

  it('give each page the policy that the build wrote, its worker the same, and all else none', async () => {
    const { ask } = await setupApp({ distFolder: setupDist() });
    const policy = async (url: string) =>
      (await ask('GET', url)).headers['content-security-policy'];
    const team =
      "default-src 'self'; connect-src 'self' https://mailbox.example; frame-ancestors 'none'";
    const answer = "default-src 'self'; script-src 'sha256-abc='; frame-ancestors 'none'";
    expect(await policy('/')).toBe(team);
    expect(await policy('/index.html')).toBe(team);
    expect(await policy('/sw.js')).toBe(team);
    expect(await policy('/answer.html')).toBe(answer);
    expect(await policy('/answer-sw.js')).toBe(answer);
    for (const url of ['/assets/app-abc123.js', '/v1/health', '/nothing']) {
      expect(await policy(url)).toMatch(/^default-src 'none'; ?frame-ancestors 'none'$/);
    }
  });

  it('let hashed files be kept for a year and have the rest asked for anew', async () => {
    const { ask } = await setupApp({ distFolder: setupDist() });
    const caching = async (url: string) => (await ask('GET', url)).headers['cache-control'];
    expect(await caching('/assets/app-abc123.js')).toBe('public, max-age=31536000, immutable');
    for (const url of ['/', '/answer.html', '/sw.js', '/answer-sw.js', '/manifest.webmanifest']) {
      expect(await caching(url)).toBe('no-cache');
    }
    expect(await caching('/v1/health')).toBe('no-store');
    const { headers } = await ask('GET', '/');
    expect(headers['etag']).toBeTypeOf('string');
  });

  it('come with brotli, packed beforehand where the build did it', async () => {
    const { app } = await setupApp({ distFolder: setupDist() });
    for (const url of ['/assets/app-abc123.js', '/assets/late-abc123.js']) {
      const reply = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
      expect(reply.headers['content-encoding']).toBe('br');
      expect(reply.headers['content-type']).toMatch(/javascript/);
      expect(reply.rawPayload.length).toBeLessThan(200);
      const plain = await app.inject({ url });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.length).toBeGreaterThan(5_000);
    }
  });

  it('serve nothing that lies outside the build or only helps the server', async () => {
    const { ask } = await setupApp({ distFolder: setupDist() });
    const urls = [
      '/csp.json',
      '/assets/app-abc123.js.br',
      '/../package.json',
      '/%2e%2e/x',
      '/assets/',
    ];
    for (const url of urls) {
      const reply = await ask('GET', url);
      expect([url, reply.statusCode >= 400 && reply.statusCode < 500]).toEqual([url, true]);
      v.parse(errorSchema, reply.json());
    }
  });

  it('let a page of another origin use the API, and nothing but the API', async () => {
    const { ask, round, answerToken } = await setupCentre({ distFolder: setupDist() });
    const preflight = await ask('OPTIONS', paths.answers(round));
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '86400',
    });
    for (const token of [answerToken, newToken()]) {
      const { headers } = await ask('GET', paths.card(round), token);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
    const page = await ask('GET', '/answer.html');
    expect(page.headers).not.toHaveProperty('access-control-allow-origin');
  });
});
