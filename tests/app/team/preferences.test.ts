import { describe, expect, test } from 'vitest';
import { createPreferences } from '#app/team/preferences.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('preferences', () => {
  test('begin with the language of the browser and remember the chosen one', () => {
    const storage = memory();
    expect(createPreferences(storage, ['en-GB']).language()).toBe('en');
    createPreferences(storage, ['en-GB']).setLanguage('sv');
    expect(createPreferences(storage, ['en-GB']).language()).toBe('sv');
  });

  test('remember the centre that was open last, until told otherwise', () => {
    const storage = memory();
    createPreferences(storage, []).setLastSpace('space-1');
    const later = createPreferences(storage, []);
    expect(later.lastSpace()).toBe('space-1');
    later.setLastSpace(null);
    expect(later.lastSpace()).toBeNull();
  });

  test('last as long as the page where storage is refused', () => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const storage of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      const preferences = createPreferences(storage, ['sv']);
      preferences.setLanguage('en');
      expect(preferences.language()).toBe('en');
      expect(preferences.lastSpace()).toBeNull();
    }
  });
});

test('remember where this device stood in its meeting, and in no other', () => {
  const storage = memory();
  const here = createPreferences(storage, []);
  expect(here.meetingPlace('space-1', 2026)).toBeNull();
  here.setMeetingPlace('space-1', 2026, { stop: 'r17', order: 'area' });
  const later = createPreferences(storage, []);
  expect(later.meetingPlace('space-1', 2026)).toEqual({ stop: 'r17', order: 'area' });
  expect(later.meetingPlace('space-1', 2025)).toBeNull();
  expect(later.meetingPlace('space-2', 2026)).toBeNull();
});
