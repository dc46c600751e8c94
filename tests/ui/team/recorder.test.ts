import { describe, expect, it } from 'vitest';
import { keptRecording, recordedKinds, type Recorded } from '#ui/team/voices/recorder.ts';

const aac = 'audio/mp4;codecs=mp4a.40.2';
const recording = (mime: Recorded['mime'], bytes: number): Recorded => ({
  mime,
  bytes: new Uint8Array(bytes),
});

describe('a recording', () => {
  it.each([
    [
      'is AAC first, with WebM beside it, where a browser makes both',
      [aac, 'audio/mp4', 'audio/webm'],
      [aac, 'audio/webm'],
    ],
    ['is AAC alone where there is nothing else', [aac, 'audio/mp4'], [aac]],
    ['is WebM where an MP4 would hold Opus', ['audio/webm', 'audio/mp4'], ['audio/webm']],
    ['is MP4 where a browser says no more than that', ['audio/mp4'], ['audio/mp4']],
    ['is nothing where none is known', [], []],
  ])('%s', (_what, known, made) => {
    expect(recordedKinds((type) => known.includes(type)).map(({ type }) => type)).toEqual(made);
  });

  it('is kept as AAC where that kept the rate, and as the smaller one where it did not', () => {
    const webm = recording('audio/webm', 40_000);
    expect(keptRecording([recording('audio/mp4', 42_000), webm], 10)?.mime).toBe('audio/mp4');
    expect(keptRecording([recording('audio/mp4', 120_000), webm], 10)?.mime).toBe('audio/webm');
    expect(keptRecording([recording('audio/mp4', 120_000)], 10)?.mime).toBe('audio/mp4');
  });

  it('that is empty is none', () => {
    const webm = recording('audio/webm', 900);
    expect(keptRecording([recording('audio/mp4', 0), webm], 1)).toBe(webm);
    expect(keptRecording([recording('audio/mp4', 0)], 1)).toBeUndefined();
  });
});
