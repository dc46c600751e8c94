import type { OpenCentre } from '#app/team/team-app.ts';
import type { AnswerLanguage } from '#i18n/answer-languages.ts';
import type { VoiceInUse } from '#projections/voices-in-use.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { LevelBar } from './level-bar.tsx';
import { isNamedPrompt } from './named-prompts.ts';
import { PlayButton } from './play-button.tsx';
import type { PromptWords } from './prompt-words.ts';
import { SeveralVoices } from './several-voices.tsx';
import type { Player } from './use-player.ts';
import type { Recorder } from './use-recorder.ts';

interface PromptRowProps {
  readonly centre: OpenCentre;
  readonly language: AnswerLanguage;
  readonly prompt: string;
  /** "1 of 6" */
  readonly place: string;
  readonly spoken: PromptWords;
  /** The same in Swedish, for whoever helps an interpreter. */
  readonly swedish: string | undefined;
  readonly standing: readonly VoiceInUse[];
  readonly recorder: Recorder;
  readonly player: Player;
  /** What went wrong with this prompt, in words. */
  readonly trouble: string | undefined;
}

/** One prompt: its words to read from, and recording, listening and taking away. */
export function PromptRow(props: PromptRowProps) {
  const { t } = useText();
  const { centre, language, prompt, spoken, standing, recorder, player } = props;
  const toast = useToast();
  const { words, isSwedish } = spoken;
  const isHere = recorder.prompt === prompt;
  const isRecording = isHere && recorder.phase === 'recording';
  const [first, second] = standing;
  const named = (what: string): string => t('questions:voices.label', { what, text: words });
  const fail = (): void => toast({ text: t('questions:voices.trouble.failed') });

  const remove = async (): Promise<void> => {
    player.stop();
    const undo = await centre.voices.remove(language.code, prompt);
    toast({ text: t('questions:voices.removed'), undo: () => void undo().catch(fail) });
  };

  return (
    <li class="voice-row">
      <p class="voice-place">
        {props.place}
        {isNamedPrompt(prompt) ? ` · ${t(`questions:voices.named.${prompt}`)}` : null}
      </p>
      <p
        class="voice-words"
        {...(isSwedish
          ? { lang: 'sv', dir: 'ltr' }
          : { lang: language.code, dir: language.direction })}
      >
        {words}
      </p>
      {isSwedish ? <p class="voice-note">{t('questions:voices.onlySwedish')}</p> : null}
      {props.swedish === undefined || isSwedish ? null : (
        <p class="voice-note">{t('questions:voices.inSwedish', { text: props.swedish })}</p>
      )}
      <p class="voice-state" role="status">
        {isHere && recorder.phase === 'asking' ? t('questions:voices.asking') : null}
        {isRecording ? t('questions:voices.recording') : null}
        {isHere && recorder.phase === 'saving' ? t('questions:voices.saving') : null}
        {isHere ? null : (
          <span class={first === undefined ? '' : 'voice-done'}>
            {t(
              first === undefined ? 'questions:voices.notRecorded' : 'questions:voices.isRecorded',
            )}
          </span>
        )}
      </p>
      {isRecording ? (
        <div class="voice-meter">
          <LevelBar level={recorder.level} />
          <span aria-hidden="true">
            {t('questions:voices.secondsLeft', { count: recorder.secondsLeft })}
          </span>
        </div>
      ) : null}
      {props.trouble === undefined ? null : (
        <Notice kind="warning" live>
          {props.trouble}
        </Notice>
      )}
      {second === undefined ? null : (
        <SeveralVoices
          voices={standing}
          player={player}
          named={named}
          choose={({ voice, words: said }) =>
            void centre.voices
              .choose(language.code, prompt, voice, said)
              .then(() => toast({ text: t('questions:voices.chosen') }), fail)
          }
        />
      )}
      {first !== undefined && second === undefined && first.words !== words ? (
        <Notice
          kind="warning"
          actions={
            <Button
              onClick={() =>
                void centre.voices
                  .choose(language.code, prompt, first.voice, words)
                  .then(() => toast({ text: t('questions:voices.confirmed') }), fail)
              }
            >
              {t('questions:voices.stillRight')}
            </Button>
          }
        >
          {t(prompt.startsWith('l-') ? 'questions:voices.changedOwn' : 'questions:voices.changed')}
        </Notice>
      ) : null}
      <ButtonRow>
        {isRecording ? (
          <Button kind="primary" label={named(t('questions:voices.stop'))} onClick={recorder.stop}>
            {t('questions:voices.stop')}
          </Button>
        ) : (
          <Button
            busy={recorder.phase !== 'idle'}
            label={named(
              t(first === undefined ? 'questions:voices.record' : 'questions:voices.again'),
            )}
            onClick={() => {
              player.stop();
              recorder.start(prompt);
            }}
          >
            {t(first === undefined ? 'questions:voices.record' : 'questions:voices.again')}
          </Button>
        )}
        {first === undefined || second !== undefined || isHere ? null : (
          <>
            <PlayButton voice={first.voice} player={player} named={named} />
            <Button
              kind="quiet"
              label={named(t('questions:voices.remove'))}
              onClick={() => void remove().catch(fail)}
            >
              {t('questions:voices.remove')}
            </Button>
          </>
        )}
      </ButtonRow>
    </li>
  );
}
