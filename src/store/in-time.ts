/** Gives what comes within `ms`; rejects with a TimeoutError after that. What comes later is not heard any more. */
export function inTime<T>(coming: PromiseLike<T>, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(timeoutError()), ms);
    Promise.resolve(coming)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}

/** What is thrown where something has not answered in time. */
export function timeoutError(): DOMException {
  return new DOMException('no answer in time', 'TimeoutError');
}
