/**
 * Browsers take a database connection away now and then (storage pressure, a crashed storage process): the write on
 * its way is rolled back, and a new connection is opened when the database is asked again. So it is asked again, once.
 * Only for work that may be done twice. A full disk, and a database that this page let go of, fail again for the same
 * reason.
 */
export function onceMoreIfLost<T>(work: () => PromiseLike<T>): Promise<T> {
  return Promise.resolve(work()).catch((error: unknown) => {
    if (!/^(?:Abort|DatabaseClosed|InvalidState|Unknown)Error/u.test(String(error))) throw error;
    return work();
  });
}
