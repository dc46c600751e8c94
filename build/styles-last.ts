import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Moves a page's style sheets to the end of its body: the first screen, styled inline, is painted without waiting for
 * them, and the page's module still runs only after them. They are fetched from the head on all the same.
 */
export function stylesLast(page: string): void {
  const html = readFileSync(page, 'utf8');
  const links = html.match(/\s*<link rel="stylesheet"[^>]*>/gu) ?? [];
  let moved = html;
  for (const link of links) moved = moved.replace(link, '');
  const ahead = links.map((link) => link.replace('rel="stylesheet"', 'rel="preload" as="style"'));
  writeFileSync(
    page,
    moved
      .replace('</title>', () => `</title>${ahead.join('')}`)
      .replace('</body>', () => `${links.join('')}\n  </body>`),
  );
}
