import { setField } from '#commands/set-field.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { CentreKeys } from '#store/key-store.ts';
import type { CentreSession } from './centre-session.ts';

/**
 * Notes in the book whether the kit lies on this device, for whoever revokes it some day. Nothing where the book says so
 * already; a device that never had the kit says nothing.
 */
export function noteKit({ keys, act, commandDeps }: CentreSession): Promise<void> {
  const path = bookPaths.deviceHoldsKit(keys.device);
  return act(({ book }) => {
    const isHere = keys.sealedKit !== null;
    if (!isHere && book.field(path) === undefined) return [];
    return setField(book, path, isHere, commandDeps);
  });
}

/** What the book has to say of the kit where a device's new keys take the place of old ones. */
export function kitFields(
  before: Pick<CentreKeys, 'device' | 'sealedKit'> | undefined,
  after: CentreKeys,
): Readonly<Record<string, boolean>> {
  return {
    ...(before === undefined || before.sealedKit === null
      ? {}
      : { [bookPaths.deviceHoldsKit(before.device)]: false }),
    ...(after.sealedKit === null ? {} : { [bookPaths.deviceHoldsKit(after.device)]: true }),
  };
}
