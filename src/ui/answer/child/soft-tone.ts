import { soundDevice } from '#ui/answer/voice/sound-device.ts';
import type { Sound } from '#ui/answer/voice/sound-player.ts';
import type { Feeling } from '#ui/parts/face/face.tsx';

/** Two notes each, Hz. All three are as warm as each other: no answer is rewarded, none is scolded. */
const notes: Readonly<Record<Feeling, readonly [number, number]>> = {
  happy: [392, 523.25], // G4 C5
  soSo: [392, 392],
  sad: [392, 329.63], // G4 E4
};
const noteSeconds = 0.14;
const loudness = 0.12;

/** A soft sound of less than 300 ms for a face that was tapped; undefined where there is no loudspeaker. */
export async function softTone(feeling: Feeling): Promise<Sound | undefined> {
  const device = soundDevice();
  if (device === undefined) return undefined;
  const start = device.currentTime;
  const end = start + 2 * noteSeconds;
  const voice = device.createOscillator();
  const volume = device.createGain();
  voice.type = 'sine';
  for (const [index, pitch] of notes[feeling].entries()) {
    const at = start + index * noteSeconds;
    voice.frequency.setValueAtTime(pitch, at);
    // Each note swells and dies away: a bare switch-on is heard as a crack.
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(loudness, at + 0.025);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + noteSeconds);
  }
  voice.connect(volume).connect(device.destination);
  const ended = new Promise<void>((resolve) => {
    voice.addEventListener('ended', () => resolve(), { once: true });
  });
  voice.start(start);
  voice.stop(end);
  return { ended, stop: () => voice.stop() };
}
