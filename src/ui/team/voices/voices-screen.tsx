import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { answerLanguage, answerLanguages } from '#i18n/answer-languages.ts';
import { isolate } from '#i18n/isolate.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { Tabs } from '#ui/parts/tabs/tabs.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { LanguageReview } from '#ui/team/questions/language-review.tsx';
import { posterLanguages } from '#ui/team/questions/poster-languages.ts';
import { pathTo } from '#ui/team/session/paths.ts';
import { PromptList } from './prompt-list.tsx';
import { maxRecordingSeconds } from './recorder.ts';
import './voices.css';

interface VoicesProps {
  readonly centre: OpenCentre;
  readonly year: number | null;
  /** From the address: whose prompts to begin with. */
  readonly form: string | undefined;
}

const forms = ['children', 'parents'] as const;
const tips = ['knows', 'quiet', 'names', 'kept'] as const;

/** Staff and interpreters record what is asked, prompt by prompt and language by language. */
export function VoicesScreen({ centre, year, form: begin }: VoicesProps) {
  const { t } = useText();
  const [form, setForm] = useState<(typeof forms)[number]>(
    begin === 'parents' ? 'parents' : 'children',
  );
  const wanted = posterLanguages(centre);
  const languages = answerLanguages.toSorted(
    (a, b) => Number(wanted.includes(b.code)) - Number(wanted.includes(a.code)),
  );
  const [code, setCode] = useState(languages[0]?.code ?? 'sv');
  const language = answerLanguage(code);
  const ready = centre.voices.readiness(form);
  const total = centre.voices.prompts(form).length;
  return (
    <Page
      title={t('questions:voices.title')}
      lead={t('questions:voices.lead')}
      actions={
        year === null ? undefined : (
          <ButtonLink kind="quiet" href={pathTo.rounds(year)}>
            {t('questions:links.toRounds')}
          </ButtonLink>
        )
      }
    >
      {centre.loaded.value ? (
        <>
          <Notice title={t('questions:voices.tipsTitle')}>
            <ul class="voice-tips">
              {tips.map((id) => (
                <li key={id}>
                  {t(`questions:voices.tips.${id}`, { seconds: maxRecordingSeconds })}
                </li>
              ))}
            </ul>
          </Notice>
          <p class="voice-note">{t('questions:voices.next')}</p>
          <Tabs
            label={t('questions:voices.form')}
            value={form}
            options={forms.map((value) => ({ value, label: t(`forms.${value}`) }))}
            onChange={setForm}
          />
          <SelectField
            label={t('questions:voices.language')}
            value={code}
            options={languages.map((one) => ({
              value: one.code,
              label: t('questions:voices.languageCount', {
                language: isolate(one.name),
                done: ready.get(one.code) ?? 0,
                total,
              }),
            }))}
            onChange={setCode}
          />
          <LanguageReview code={code} />
          {language === undefined ? null : (
            <PromptList key={`${form} ${code}`} centre={centre} form={form} language={language} />
          )}
        </>
      ) : null}
    </Page>
  );
}
