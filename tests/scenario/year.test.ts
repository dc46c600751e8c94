import { afterAll, describe } from 'vitest';
import { tellAutumn } from './autumn.ts';
import { tellDecember } from './december.ts';
import { tellNumbers } from './numbers.ts';
import { setupScenario } from './scenario.ts';
import { yearOf } from './year.ts';

const story = await setupScenario('2026-11-02T09:00:00');

/** One story: each sentence goes on where the one before it ended. */
describe('one year at Solrosen', () => {
  const year = yearOf(story);
  afterAll(() => story.end());

  tellAutumn(year);
  tellDecember(year);
  tellNumbers(year);
});
