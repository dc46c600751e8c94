/** Where a chart's labels stand above its first bar. */
export interface LabelPlaces {
  /** `direct`: one line, each label drawn to its segment. `key`: lines of labels with a swatch, where there is no room. */
  readonly as: 'direct' | 'key';
  /** By label: its left end in pixels and its line, counted from the top. */
  readonly labels: readonly { readonly x: number; readonly line: number }[];
  readonly lines: number;
}

const gapPx = 14;

/**
 * Places labels of these widths in a room: in one line as near as can be to the wished middles where they fit, in the
 * order in which they stand, so that no two lines to the segments cross; else line by line from the left.
 */
export function labelPlaces(
  widths: readonly number[],
  middles: readonly (number | null)[],
  roomPx: number,
): LabelPlaces {
  const total = widths.reduce((sum, width) => sum + width, 0) + gapPx * (widths.length - 1);
  return total <= roomPx ? besideSegments(widths, middles, roomPx) : lineByLine(widths, roomPx);
}

function besideSegments(
  widths: readonly number[],
  middles: readonly (number | null)[],
  roomPx: number,
): LabelPlaces {
  let end = -gapPx;
  const places = widths.map((width, at) => {
    const middle = middles[at] ?? null;
    // A label without a segment stands after the one before it.
    const wished = middle === null ? end + gapPx : middle - width / 2;
    const x = Math.max(wished, end + gapPx);
    end = x + width;
    return x;
  });
  let limit = roomPx;
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const width = widths[at] ?? 0;
    const x = Math.min(places[at] ?? 0, limit - width);
    places[at] = x;
    limit = x - gapPx;
  }
  return { as: 'direct', labels: places.map((x) => ({ x, line: 0 })), lines: 1 };
}

function lineByLine(widths: readonly number[], roomPx: number): LabelPlaces {
  let [x, line] = [0, 0];
  const labels = widths.map((width) => {
    if (x > 0 && x + width > roomPx) [x, line] = [0, line + 1];
    const place = { x, line };
    x += width + gapPx;
    return place;
  });
  return { as: 'key', labels, lines: line + 1 };
}
