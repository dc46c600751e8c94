import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectShown } from './expect-shown.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { team } from './texts.ts';

interface Manifest {
  readonly name: string;
  readonly short_name: string;
  readonly start_url: string;
  readonly display: string;
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
  }[];
}

describe('the pages as they are served', () => {
  let spegla: Spegla;
  beforeAll(async () => {
    spegla = await setupSpegla();
  });
  afterAll(() => spegla.stop());

  test('the app can be installed: its manifest is whole and every icon is there', async () => {
    const { page, wire, faults } = await spegla.device();
    await page.goto(`${wire.origin}/`);
    await expectShown(page.getByRole('heading', { name: team('start.title') }));
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const url = new URL(href ?? '', page.url());
    const manifest = (await (await page.request.get(url.href)).json()) as Manifest;
    expect(manifest).toMatchObject({ name: 'Spegla', short_name: 'Spegla', display: 'standalone' });
    const start = await page.request.get(new URL(manifest.start_url, url).href);
    expect(await start.text()).toContain('id="app"');
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
      expect.arrayContaining(['192x192', '512x512']),
    );
    const favicon = await page.locator('link[rel=icon]').getAttribute('href');
    const icons = [{ src: favicon ?? '', type: 'image/svg+xml' }, ...manifest.icons];
    for (const { src, type } of icons) {
      const reply = await page.request.get(new URL(src, url).href);
      expect([src, reply.status(), reply.headers()['content-type']]).toEqual([src, 200, type]);
    }
    // What the browser itself would say when it was asked to install.
    const session = await page.context().newCDPSession(page);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each(['index.html', 'answer.html'])(
    '%s lets no inline script, no markup from text and no foreign server in',
    async (file) => {
      const { page, wire, faults } = await spegla.device();
      const reply = await page.goto(`${wire.origin}/${file}`);
      const policy = reply?.headers()['content-security-policy'] ?? '';
      for (const rule of [
        "default-src 'none'",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy).toContain(rule);
      }
      expect(policy).not.toContain('unsafe');
      expect(reply?.headers()['referrer-policy']).toBe('no-referrer');
      await expectShown(page.getByRole('heading', { level: 1 }));
      expect(faults).toEqual([]);

      const attempt = page.evaluate(() => {
        document.body.innerHTML = '<b>in</b>';
      });
      await expect(attempt).rejects.toThrow(/TrustedHTML/);
      const foreign = page.evaluate(() => fetch('https://example.org/'));
      await expect(foreign).rejects.toThrow(/Failed to fetch|violates/);
      expect(faults.join('\n')).toContain('Content Security Policy');
    },
  );
});
