import { signal } from '@preact/signals';

/**
 * Whether faces sound and prompts play by themselves: the adult's choice, and a tablet's in one room. It holds as long
 * as this page stands, and is kept nowhere.
 */
export const isSoundOn = signal(true);
