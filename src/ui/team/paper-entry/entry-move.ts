/** What a key means while a paper is entered. `option`: the place of the answer, from 0. */
export type EntryMove =
  | { readonly kind: 'choose'; readonly option: number }
  | { readonly kind: 'clear' | 'next' | 'previous' | 'give' | 'comment' | 'leaveText' };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

const moves: Readonly<Record<string, EntryMove>> = {
  '0': { kind: 'clear' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  ArrowDown: { kind: 'next' },
  ArrowUp: { kind: 'previous' },
  Enter: { kind: 'give' },
  k: { kind: 'comment' },
  K: { kind: 'comment' },
};

/** Reads a key; null where it is the browser's. In a text, keys write: only Enter with Ctrl (or ⌘) hands in, and Escape leaves it. */
export function entryMove(key: Key, isInText: boolean): EntryMove | null {
  const isHeld = key.ctrlKey || key.metaKey;
  if (key.isComposing || key.altKey) return null;
  if (isInText && key.key === 'Escape') return { kind: 'leaveText' };
  if (isInText || isHeld) return isHeld && key.key === 'Enter' ? { kind: 'give' } : null;
  if (/^[1-9]$/.test(key.key)) return { kind: 'choose', option: Number(key.key) - 1 };
  return moves[key.key] ?? null;
}
