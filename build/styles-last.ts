import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Moves a page's style sheets to the end of its body: the first screen, styled inline, is painted
 * without waiting for them, and the page's module still runs only after them.
 */
export function stylesLast(page: string): void {
  const html = readFileSync(page, 'utf8');
  const links = html.match(/\s*<link rel="stylesheet"[^>]*>/gu) ?? [];
  let moved = html;
  for (const link of links) moved = moved.replace(link, '');
  writeFileSync(
    page,
    moved.replace('</body>', () => `${links.join('')}\n  </body>`),
  );
}
