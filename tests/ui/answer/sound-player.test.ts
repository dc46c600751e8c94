import { describe, expect, test } from 'vitest';
import { createSoundPlayer, type Sound } from '#ui/answer/voice/sound-player.ts';

/** A sound that lasts until the test ends it. */
function setupSound() {
  let end = (): void => undefined;
  let isStopped = false;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const sound: Sound = {
    ended,
    stop: () => {
      isStopped = true;
      end();
    },
  };
  return { sound, end, isStopped: () => isStopped };
}

describe('one sound at a time', () => {
  test('says what is looked for, then what is heard, then nothing', async () => {
    const player = createSoundPlayer();
    const { sound, end } = setupSound();
    const begun = player.play('sv/c-feel', () => Promise.resolve(sound));
    expect(player.playing.value).toEqual({ name: 'sv/c-feel', isHeard: false });
    expect(await begun).toBe(true);
    expect(player.playing.value).toEqual({ name: 'sv/c-feel', isHeard: true });
    end();
    await sound.ended;
    expect(player.playing.value).toBeUndefined();
  });

  test('stops what is heard when another begins, and is not stopped by its end', async () => {
    const player = createSoundPlayer();
    const first = setupSound();
    const second = setupSound();
    await player.play('one', () => Promise.resolve(first.sound));
    await player.play('two', () => Promise.resolve(second.sound));
    await first.sound.ended;
    expect(first.isStopped()).toBe(true);
    expect(second.isStopped()).toBe(false);
    expect(player.playing.value?.name).toBe('two');
  });

  test('does not let a slow one be heard after its screen has gone', async () => {
    const player = createSoundPlayer();
    const late = setupSound();
    let come = (_sound: Sound): void => undefined;
    const coming = new Promise<Sound>((resolve) => {
      come = resolve;
    });
    const begun = player.play('late', () => coming);
    player.stop('late');
    come(late.sound);
    expect(await begun).toBe(true);
    expect(late.isStopped()).toBe(true);
    expect(player.playing.value).toBeUndefined();
  });

  test('a screen that goes does not silence the one that has come', async () => {
    const player = createSoundPlayer();
    const { sound, isStopped } = setupSound();
    await player.play('new', () => Promise.resolve(sound));
    player.stop('old');
    expect(isStopped()).toBe(false);
  });

  test.each([
    ['is none', () => Promise.resolve(undefined)],
    ['fails', () => Promise.reject(new Error('no network'))],
  ])('tells when there %s', async (_what, begin) => {
    const player = createSoundPlayer();
    expect(await player.play('none', begin)).toBe(false);
    expect(player.playing.value).toBeUndefined();
  });
});
