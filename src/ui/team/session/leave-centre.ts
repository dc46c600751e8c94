import { goTo, pathTo } from './paths.ts';
import type { Session } from './session.tsx';

/** Takes a centre off this device and goes back to the start. Resolves when it is gone. */
export async function leaveCentre(session: Session, space: string): Promise<void> {
  const { app, preferences, leaving } = session;
  leaving.value = space;
  preferences.setLastSpace(null);
  goTo(pathTo.start());
  try {
    await app.removeCentre(space);
  } finally {
    leaving.value = null;
  }
}
