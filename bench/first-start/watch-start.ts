/** What a start came to, in milliseconds since the navigation began. */
export interface StartTimes {
  /** The page's first script has run. */
  readonly script: number;
  /** The database was asked for the opened blocks, and had given them. */
  readonly askedBlocks: number;
  readonly gotBlocks: number;
  /** The last block was unsealed. */
  readonly unsealed: number;
  /** The year's overview stands there and can be used. */
  readonly usable: number;
}

declare global {
  var startTimes: Partial<Record<keyof StartTimes, number>> | undefined;
}

/** Runs in the page before its own scripts; looks at the browser's own doors only, none of the product's code. */
export function watchStart(): void {
  const times: Partial<Record<keyof StartTimes, number>> = {};
  globalThis.startTimes = times;
  const now = (): number => performance.now();
  const { getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function watched(...given) {
    times.script ??= now();
    const request = getAll.apply(this, given);
    if (this.name === 'blocks') {
      times.askedBlocks ??= now();
      request.addEventListener('success', () => (times.gotBlocks ??= now()));
    }
    return request;
  };
  const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
  crypto.subtle.decrypt = async (...given) => {
    const plain = await decrypt(...given);
    if (times.usable === undefined) times.unsealed = now();
    return plain;
  };
  const look = (): void => {
    if (document.querySelector('.overview-next a') === null) {
      requestAnimationFrame(look);
      return;
    }
    // Painted, and the thread free to take a touch.
    requestAnimationFrame(() => setTimeout(() => (times.usable = now())));
  };
  requestAnimationFrame(look);
}
