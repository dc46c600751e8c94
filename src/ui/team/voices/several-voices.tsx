import type { VoiceInUse } from '#projections/voices-in-use.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { PlayButton } from './play-button.tsx';
import type { Player } from './use-player.ts';

interface SeveralVoicesProps {
  readonly voices: readonly VoiceInUse[];
  readonly player: Player;
  readonly named: (what: string) => string;
  readonly choose: (voice: VoiceInUse) => void;
}

/** Two people recorded the same prompt at once: both can be heard, and one tap settles it. */
export function SeveralVoices({ voices, player, named, choose }: SeveralVoicesProps) {
  const { t, formats } = useText();
  return (
    <Notice kind="warning" title={t('questions:voices.twoTitle')}>
      <div class="voice-several">
        <p class="notice-text">{t('questions:voices.two')}</p>
        {voices.map((voice, at) => {
          const nth = (what: string): string =>
            named(`${what}, ${t('questions:voices.nth', { number: at + 1 })}`);
          return (
            <div key={voice.voice}>
              <p class="voice-note">
                {t('questions:voices.nthAt', { number: at + 1, time: formats.time(voice.at) })}
              </p>
              <ButtonRow>
                <PlayButton voice={voice.voice} player={player} named={nth} />
                <Button label={nth(t('questions:voices.use'))} onClick={() => choose(voice)}>
                  {t('questions:voices.use')}
                </Button>
              </ButtonRow>
            </div>
          );
        })}
      </div>
    </Notice>
  );
}
