const words = 27;
const parts = 3;

/** Three places to ask for, one from each column of the paper, so that a torn or half-printed sheet is noticed. */
export function placesToAsk(): readonly number[] {
  const column = words / parts;
  return Array.from({ length: parts }, (_, part) => {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    return part * column + (random % column) + 1;
  });
}
