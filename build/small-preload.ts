import type { Plugin } from 'vite';

const preloadHelper = '\0vite/preload-helper.js';

// A part's style sheet must be there before the part; its scripts have nothing to be preloaded.
const source = `
const asked = {};
const styleSheet = (path, base) => asked[path] ??= new Promise((done, failed) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(path, base).href;
  link.onload = done;
  link.onerror = () => { asked[path] = undefined; link.remove(); failed(new Error(path)); };
  document.head.append(link);
});
export const __vitePreload = (load, paths = [], base) =>
  Promise.all(paths.filter((path) => path.endsWith('.css')).map((path) => styleSheet(path, base))).then(load);
`;

/** Vite's own helper for late parts weighs 0.7 KiB on the wire; this does what the answer page needs of it. */
export function smallPreload(): Plugin {
  return {
    name: 'spegla-small-preload',
    enforce: 'pre',
    apply: 'build',
    load: (id) => (id === preloadHelper ? source : undefined),
  };
}
