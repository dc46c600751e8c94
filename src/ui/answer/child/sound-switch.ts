import { signal } from '@preact/signals';

/**
 * Whether faces sound when they are tapped: the adult's choice, and a tablet's in one room. Voices are heard all the
 * same. It holds as long as this page stands, and is kept nowhere.
 */
export const isSoundOn = signal(true);
