import { describe, expect, test } from 'vitest';
import { createJourney, type JourneyWindow } from '#ui/answer/journey/journey.ts';

type Listener = (event: { readonly state: unknown }) => void;

/** A browser's history, as far as a journey knows one: a list, a place in it, popstate on going. */
function setupHistory(states: unknown[] = [null]) {
  let at = states.length - 1;
  const listeners = new Set<Listener>();
  const travel = (steps: number): void => {
    if (states[at + steps] === undefined) return;
    at += steps;
    for (const listener of listeners) listener({ state: states[at] });
  };
  const page = {
    location: { href: 'https://spegla.example/answer.html#1.round.secret.hash' },
    history: {
      pushState: (state: unknown, _: string, url: string) => {
        expect(url).toBe(page.location.href);
        states.splice(at + 1, Infinity, state);
        at += 1;
      },
      replaceState: (state: unknown) => {
        states[at] = state;
      },
      back: () => travel(-1),
      go: travel,
    },
    addEventListener: (_: string, listener: Listener) => listeners.add(listener),
    removeEventListener: (_: string, listener: Listener) => listeners.delete(listener),
  };
  return { page: page as unknown as JourneyWindow, states, travel };
}

describe('a journey through a survey', () => {
  test("Back and the browser's Back both lead one step back, Forward on again", () => {
    const { page, travel } = setupHistory();
    const journey = createJourney(page, 'start');
    journey.go({ step: 'goal1' });
    journey.go({ step: 'goal2' });
    journey.back();
    expect(journey.place.value.step).toBe('goal1');
    travel(-1);
    expect(journey.place.value.step).toBe('start');
    travel(1);
    expect(journey.place.value.step).toBe('goal1');
  });

  test('Back never leaves the page from its first step', () => {
    const { page, states } = setupHistory([{ before: 'another page' }, null]);
    const journey = createJourney(page, 'start');
    journey.back();
    expect(journey.place.value.step).toBe('start');
    expect(states).toHaveLength(2);
  });

  test('after a new beginning neither Back nor Forward meets a step of the last person', () => {
    const { page, travel } = setupHistory([{ before: 'another page' }, null]);
    const journey = createJourney(page, 'start');
    for (const step of ['goal1', 'goal2', 'review']) journey.go({ step });
    journey.restart('thanks');
    for (const steps of [-1, 1, 1, 1, -1]) {
      travel(steps);
      expect(journey.place.value.step).toBe('thanks');
    }
  });

  test('a reload in the middle begins at the start, for the answers are gone', () => {
    const first = setupHistory();
    createJourney(first.page, 'start').go({ step: 'goal1' });
    const journey = createJourney(first.page, 'start');
    first.travel(-1);
    expect(journey.place.value.step).toBe('start');
  });

  test('what was answered is never written into the history', () => {
    const { page, states } = setupHistory();
    const journey = createJourney(page, 'start');
    journey.go({ step: 'goal1', item: 'p-near', fromReview: true });
    const entry = states.at(-1) as { place: object };
    expect(Object.keys(entry).sort()).toEqual(['depth', 'place', 'run']);
    expect(Object.keys(entry.place).sort()).toEqual(['fromReview', 'item', 'step']);
  });

  test('on a shared tablet, Back never leaves the page', () => {
    const { page, travel, states } = setupHistory([{ before: 'the team' }, null]);
    const journey = createJourney(page, 'start', true);
    for (let times = 0; times < 3; times += 1) travel(-1);
    expect(journey.place.value.step).toBe('start');
    journey.go({ step: 'goal1' });
    journey.back();
    expect(journey.place.value.step).toBe('start');
    journey.go({ step: 'review' });
    journey.restart('thanks');
    for (let times = 0; times < 5; times += 1) travel(-1);
    expect(journey.place.value.step).toBe('thanks');
    expect(states[0]).toEqual({ before: 'the team' });
  });
});
