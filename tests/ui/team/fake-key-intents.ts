import { signal } from '@preact/signals';
import type { CentreKeysIntents } from '#app/team/key-intents.ts';

/** The keys and the people of a centre that has one device and its kit on paper. */
export function fakeKeyIntents(): CentreKeysIntents {
  const notHere = (): never => {
    throw new Error('not in this test');
  };
  return {
    kitHere: signal(false),
    kitCheck: signal(null),
    formerDevices: signal([]),
    revocationsWaiting: signal(0),
    purgesWaiting: signal(0),
    linksWaiting: signal(0),
    kitSheet: async () => null,
    confirmKit: notHere,
    forgetKit: notHere,
    sendWaiting: notHere,
    readTypedKit: notHere,
    revokeDevices: notHere,
  };
}
