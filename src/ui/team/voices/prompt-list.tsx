import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { AnswerLanguage } from '#i18n/answer-languages.ts';
import { isolate } from '#i18n/isolate.ts';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Progress } from '#ui/parts/progress/progress.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { useAnswerText } from '#ui/team/questions/use-answer-text.ts';
import { PromptRow } from './prompt-row.tsx';
import { promptWords } from './prompt-words.ts';
import type { Recorded, RecorderTrouble } from './recorder.ts';
import { usePlayer } from './use-player.ts';
import { useRecorder } from './use-recorder.ts';

interface PromptListProps {
  readonly centre: OpenCentre;
  readonly form: 'children' | 'parents';
  readonly language: AnswerLanguage;
}

type Trouble = RecorderTrouble | 'tooLong' | 'failed' | 'missing';

/** The prompts of one survey in one language, in the order in which they are heard. */
export function PromptList({ centre, form, language }: PromptListProps) {
  const { t } = useText();
  const toast = useToast();
  const { code, name } = language;
  const text = useAnswerText(code, form);
  const swedish = useAnswerText('sv', form);
  const [trouble, setTrouble] = useState<{ prompt: string; why: Trouble } | null>(null);
  const inUse = centre.voices.inUse.value;
  const prompts = centre.voices.prompts(form);
  const standing = (prompt: string) => inUse.get(`${code}/${prompt}`) ?? [];

  const keep = async (prompt: string, recorded: Recorded): Promise<void> => {
    if (typeof text !== 'object') return;
    const { words } = promptWords(centre, prompt, text);
    const refused = await centre.voices
      .keep(code, prompt, words, recorded)
      .catch(() => 'failed' as const);
    if (refused === null) toast({ text: t('questions:voices.saved') });
    setTrouble(refused === null ? null : { prompt, why: refused });
  };
  const recorder = useRecorder(keep, (prompt, why) => setTrouble({ prompt, why }));
  const player = usePlayer(centre, (voice) => {
    const prompt = prompts.find((one) => standing(one).some((each) => each.voice === voice));
    if (prompt !== undefined) setTrouble({ prompt, why: 'missing' });
  });

  if (text === 'failed') {
    return (
      <Notice kind="warning" live>
        {t('questions:voices.trouble.texts')}
      </Notice>
    );
  }
  if (text === undefined) return null;
  const done = prompts.filter((prompt) => standing(prompt).length > 0).length;
  const total = prompts.length;
  return (
    <>
      <Progress
        label={t('questions:voices.progressLabel', { language: isolate(name) })}
        done={done / total}
        words={t('questions:voices.progress', { done, total })}
      />
      <ol class="voice-list">
        {prompts.map((prompt, at) => (
          <PromptRow
            key={prompt}
            centre={centre}
            language={language}
            prompt={prompt}
            place={t('questions:voices.prompt', { number: at + 1, total })}
            spoken={promptWords(centre, prompt, text)}
            swedish={
              code === 'sv' || typeof swedish !== 'object'
                ? undefined
                : promptWords(centre, prompt, swedish).words
            }
            standing={standing(prompt)}
            recorder={{
              ...recorder,
              start: (which) => {
                setTrouble(null);
                recorder.start(which);
              },
            }}
            player={player}
            trouble={
              trouble?.prompt === prompt ? t(`questions:voices.trouble.${trouble.why}`) : undefined
            }
          />
        ))}
      </ol>
    </>
  );
}
