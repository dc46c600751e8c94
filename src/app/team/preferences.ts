import { isStaffLanguage, pickStaffLanguage, type StaffLanguage } from '#i18n/languages.ts';

/** What this browser remembers of its user's habits: no data of any centre, and no cookie. */
export interface Preferences {
  language(): StaffLanguage;
  setLanguage(language: StaffLanguage): void;
  /** The centre that was open last. */
  lastSpace(): string | null;
  setLastSpace(space: string | null): void;
  /** Where this device stood in a year's meeting; null where it was not in it, or in another since. */
  meetingPlace(space: string, year: number): MeetingPlace | null;
  setMeetingPlace(space: string, year: number, place: MeetingPlace): void;
  /** Tells where another window of this device goes in the same meeting; the returned function ends it. */
  onMeetingPlace(space: string, year: number, tell: (place: MeetingPlace) => void): () => void;
}

/** A stop of the meeting (a statement's id, say) and the order that the team chose. Never what anyone thinks. */
export interface MeetingPlace {
  readonly stop: string;
  readonly order: 'divided' | 'area';
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's own local storage, or null where it refuses. */
export function browserPreferenceStorage(): Keep | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null; // Reading the property itself throws when storage is denied.
  }
}

/** Preferences kept in `storage`; without one (or when it refuses) they last as long as the page. */
export function createPreferences(
  storage: Keep | null,
  browserLanguages: readonly string[],
): Preferences {
  const inMemory = new Map<string, string>();
  const read = (key: string): string | null => {
    try {
      return inMemory.get(key) ?? storage?.getItem(`spegla/${key}`) ?? null;
    } catch {
      return null;
    }
  };
  const write = (key: string, value: string | null): void => {
    if (value === null) inMemory.delete(key);
    else inMemory.set(key, value);
    try {
      if (value === null) storage?.removeItem(`spegla/${key}`);
      else storage?.setItem(`spegla/${key}`, value);
    } catch {
      // A full or forbidden storage costs a habit, nothing else.
    }
  };
  return {
    language() {
      const kept = read('language');
      return isStaffLanguage(kept) ? kept : pickStaffLanguage(browserLanguages);
    },
    setLanguage: (language) => write('language', language),
    lastSpace: () => read('lastSpace'),
    setLastSpace: (space) => write('lastSpace', space),
    meetingPlace: (space, year) => placeIn(read('meeting'), space, year),
    setMeetingPlace: (space, year, { order, stop }) =>
      write('meeting', [space, year, order, stop].join(' ')),
    onMeetingPlace: (space, year, tell) => {
      // The browser tells every other window of a change, and never the one that made it.
      const onChange = ({ key, newValue }: StorageEvent): void => {
        if (key !== 'spegla/meeting' || newValue === null) return;
        inMemory.set('meeting', newValue);
        const place = placeIn(newValue, space, year);
        if (place !== null) tell(place);
      };
      addEventListener('storage', onChange);
      return () => removeEventListener('storage', onChange);
    },
  };
}

function placeIn(kept: string | null, space: string, year: number): MeetingPlace | null {
  const [ofSpace, ofYear, order, stop] = (kept ?? '').split(' ');
  if (ofSpace !== space || ofYear !== String(year) || stop === undefined) return null;
  return { stop, order: order === 'area' ? 'area' : 'divided' };
}
