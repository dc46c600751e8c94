import { questionText } from '#app/team/centre-questions.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { QuestionView } from '#projections/local-questions.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { OptionFields } from './option-fields.tsx';
import { maxQuestionCharacters } from './question-limits.ts';
import { QuestionState } from './question-state.tsx';
import { Translations } from './translations.tsx';

interface QuestionEditorProps {
  readonly centre: OpenCentre;
  readonly question: QuestionView;
  readonly number: number;
  readonly total: number;
}

/** One of the centre's own questions being written: in Swedish first, then in other languages. Saves itself. */
export function QuestionEditor({ centre, question, number, total }: QuestionEditorProps) {
  const { t } = useText();
  const toast = useToast();
  const { id, kind } = question;
  const named = (what: string): string => t('questions:own.label', { what, number });
  const fail = (): void => toast({ text: t('questions:own.failed') });

  const move = async (towards: 'beginning' | 'end'): Promise<void> => {
    await centre.questions.move(id, towards);
    const place = centre.questions.list.value.findIndex((one) => one.id === id) + 1;
    toast({ text: t('questions:own.moved', { number: place }) });
  };
  const remove = async (): Promise<void> => {
    await centre.questions.remove(id);
    toast({
      text: t('questions:own.removed'),
      undo: () => void centre.questions.restore(id).catch(fail),
    });
  };

  return (
    <Panel>
      <section class="own-question" aria-labelledby={`${id}-title`}>
        <div class="own-head">
          <h2 id={`${id}-title`} tabIndex={-1}>
            {t('questions:own.number', { number, kind: t(`questions:own.kind.${kind}`) })}
          </h2>
          <QuestionState question={question} />
        </div>
        <SavedField
          label={t(`questions:own.text.${kind}`)}
          help={t(`questions:own.textHelp.${kind}`)}
          value={question.text('sv')}
          maxLength={maxQuestionCharacters}
          multiline
          rows={2}
          writtenIn={{ code: 'sv', direction: 'ltr' }}
          keeper={questionText(centre, id, 'sv')}
        />
        {kind === 'choice' ? <OptionFields centre={centre} question={question} /> : null}
        <Translations centre={centre} question={question} />
        <ButtonRow>
          {number > 1 ? (
            <Button
              label={named(t('questions:own.up'))}
              onClick={() => void move('beginning').catch(fail)}
            >
              {t('questions:own.up')}
            </Button>
          ) : null}
          {number < total ? (
            <Button
              label={named(t('questions:own.down'))}
              onClick={() => void move('end').catch(fail)}
            >
              {t('questions:own.down')}
            </Button>
          ) : null}
          <Button
            kind="quiet"
            label={named(t('questions:own.remove'))}
            onClick={() => void remove().catch(fail)}
          >
            {t('questions:own.remove')}
          </Button>
        </ButtonRow>
      </section>
    </Panel>
  );
}
