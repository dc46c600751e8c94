import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import type { Player } from './use-player.ts';

/** Listens to one recording, and silences it. */
export function PlayButton({
  voice,
  player,
  named,
}: {
  readonly voice: string;
  readonly player: Player;
  readonly named: (what: string) => string;
}) {
  const { t } = useText();
  const isPlaying = player.playing === voice;
  const what = t(isPlaying ? 'questions:voices.pause' : 'questions:voices.play');
  return (
    <Button label={named(what)} onClick={() => (isPlaying ? player.stop() : player.play(voice))}>
      {what}
    </Button>
  );
}
