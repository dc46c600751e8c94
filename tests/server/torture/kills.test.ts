import { describe, expect, it } from 'vitest';
import { killAgainAndAgain } from './kills.ts';
import { mainFile } from './mortal-server.ts';

describe('a server that is killed while it writes', () => {
  it('has what it acknowledged, each exactly once, after every one of a hundred deaths', async () => {
    // Two lanes, since a start is mostly waiting for one processor. `npm run torture` does 5,000.
    const reports = await Promise.all(
      [20_261, 20_262].map((seed) => killAgainAndAgain({ file: mainFile, kills: 52, seed })),
    );
    for (const { wrong, kills, acknowledged } of reports) {
      expect(wrong).toEqual([]);
      expect(kills).toBe(52);
      expect(acknowledged).toBeGreaterThan(500);
    }
  }, 600_000);
});
