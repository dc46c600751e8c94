/** Watches how long this thread keeps a touch waiting: the longest gap between two ticks that want to come every 4 ms. */
export function watchMainThread(): { stop(): number } {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 4);
  return {
    stop: () => {
      clearInterval(timer);
      return longest;
    },
  };
}
