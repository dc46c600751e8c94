/**
 * Why the last thing that was written here did not reach the disk. `full`: no room left. `closed`: another window
 * updated the database or took it away. `failed`: anything else.
 */
export type SaveTrouble = 'full' | 'closed' | 'failed';

/** Reads the storage's error, and the errors inside it: a full disk often shows itself as an aborted transaction. */
export function saveTroubleOf(error: unknown): SaveTrouble {
  const texts: string[] = [];
  let at: unknown = error;
  while (at instanceof Error && texts.length < 5) {
    texts.push(at.name, at.message);
    at = 'inner' in at ? at.inner : at.cause;
  }
  const text = texts.join(' ');
  if (/quota|disk.?full|no space/iu.test(text)) return 'full';
  return /DatabaseClosed|VersionError/u.test(text) ? 'closed' : 'failed';
}
