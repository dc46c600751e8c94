import jsqr from 'jsqr';
import type { Locator } from 'playwright-core';

/** What a camera reads in a QR code as it stands on the screen; undefined where it reads nothing. */
export async function readQr(code: Locator): Promise<string | undefined> {
  const png = (await code.screenshot()).toString('base64');
  const { dark, width, height } = await code.page().evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const bytes = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    // A sign a pixel: a list of numbers takes seconds to come over.
    let dark = '';
    for (let at = 1; at < bytes.length; at += 4) dark += (bytes[at] ?? 0) < 128 ? '1' : '0';
    return { dark, width, height };
  }, png);
  const pixels = new Uint8ClampedArray(dark.length * 4).fill(255);
  for (const [at, sign] of Array.from(dark).entries()) {
    if (sign === '1') pixels.fill(0, at * 4, at * 4 + 3);
  }
  const read = 'default' in jsqr ? (jsqr.default as typeof jsqr) : jsqr;
  return read(pixels, width, height)?.data;
}
