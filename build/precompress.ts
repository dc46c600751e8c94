import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const texts = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt']);
const minBytes = 1024;

/** Bytes as they travel: brotli at its best. */
export function brotli(content: Uint8Array): Buffer {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
    },
  });
}

/** Writes `file.br` beside every text file above 1 KiB, for the server to send as it is. */
export function precompress(outDir: string): void {
  for (const entry of readdirSync(outDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !texts.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    if (entry.parentPath.includes('.vite')) continue;
    const content = readFileSync(path);
    if (content.byteLength > minBytes) writeFileSync(`${path}.br`, brotli(content));
  }
}
