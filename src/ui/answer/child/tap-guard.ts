/** After a screen has come: so long no tap counts, it was meant for the one before. */
export const quietMs = 450;
/** Two presses closer than this are one double tap. */
export const doubleTapMs = 300;
/** A fingertip is 15–70 CSS pixels wide on a tablet; what is wider is a palm, an arm or a sleeve. */
export const maxContactPx = 100;
/** A hand that has lain still so long is holding the tablet, and spoils nobody's tap any more. */
export const restingMs = 2_000;

/** A click comes this soon after the finger that made it has left. */
const clickMs = 500;

/** As much of a PointerEvent as the guard looks at. Sizes in CSS pixels. */
export interface Press {
  readonly pointerId: number;
  readonly width: number;
  readonly height: number;
}

/** Tells what a child means from what its hands do. docs/kiosk.md describes the rules for who sets up a tablet. */
export interface TapGuard {
  /** The screen has just become another one. */
  changed(): void;
  pressed(press: Press): void;
  released(press: Press): void;
  /** A key was pressed. */
  keyed(): void;
  /** All fingers are gone, though nobody saw them go: another window has come in between. */
  forgotten(): void;
  /** Whether a tap now is meant for what is shown now, and not for the screen before. */
  isSettled(): boolean;
  /** Whether a tap now is one that a child means. */
  allows(): boolean;
  /** Whether a tap now is a finger's or a mouse's, and not a key's or an assistive tool's. */
  isByHand(): boolean;
}

/**
 * Lets one deliberate tap at a time through. Not counted: what comes within `quietMs` of a new screen, the second half
 * of a double tap, a tap while another finger is down, and a palm. `now` gives milliseconds.
 */
export function createTapGuard(now: () => number): TapGuard {
  let changedAt = Number.NEGATIVE_INFINITY;
  let pressedAt = Number.NEGATIVE_INFINITY;
  let handAt = Number.NEGATIVE_INFINITY;
  let isSpoilt = false;
  const downSince = new Map<number, number>();

  const isLarge = ({ width, height }: Press): boolean => Math.max(width, height) > maxContactPx;
  const isSettled = (): boolean => now() - changedAt >= quietMs;
  const isByHand = (): boolean => now() - handAt < clickMs;

  return {
    changed() {
      changedAt = now();
    },
    pressed(press) {
      const at = now();
      const others = [...downSince].some(
        ([id, since]) => id !== press.pointerId && at - since < restingMs,
      );
      // Counted from the press before that was none itself: drumming is slow tapping, and not one endless tap.
      const isSecond = at - pressedAt < doubleTapMs;
      if (!isSecond) pressedAt = at;
      // The click that follows is judged by how its press began.
      isSpoilt = others || isLarge(press) || isSecond;
      handAt = at;
      downSince.set(press.pointerId, at);
    },
    released(press) {
      downSince.delete(press.pointerId);
      handAt = now();
      // A palm lands with its edge first.
      if (isLarge(press)) isSpoilt = true;
    },
    keyed() {
      isSpoilt = false;
      handAt = Number.NEGATIVE_INFINITY;
    },
    forgotten() {
      downSince.clear();
    },
    isSettled,
    // What comes long after a spoilt press is not its click, but an assistive tool's.
    allows: () => isSettled() && !(isSpoilt && isByHand()),
    isByHand,
  };
}
