import type { OpenCentre } from '#app/team/team-app.ts';
import { questionLimits, type QuestionView } from '#projections/local-questions.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { QuestionEditor } from './question-editor.tsx';
import { QuestionPreview } from './question-preview.tsx';
import './questions.css';

interface QuestionsProps {
  readonly centre: OpenCentre;
  /** The year whose rounds one comes from; null while none was begun. */
  readonly year: number | null;
}

const advice = ['few', 'change', 'anonymous', 'plain'] as const;
const kinds = ['agree', 'choice', 'text'] as const;

/** The centre's own questions to the parents: making them, ordering them, and seeing them as a parent does. */
export function QuestionsScreen({ centre, year }: QuestionsProps) {
  const { t } = useText();
  const questions = centre.questions.list.value;
  const rounds = centre.rounds.value.filter(({ form }) => form === 'parents');
  const next = rounds.some(({ closed }) => !closed) ? 'nextOpen' : 'next';
  const { most } = questionLimits;
  return (
    <Page
      title={t('questions:own.title')}
      lead={t('questions:own.lead', { most, centre: centre.centre.value.name })}
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
          <Notice title={t('questions:own.adviceTitle')}>
            <ul class="own-advice">
              {advice.map((id) => (
                <li key={id}>{t(`questions:own.advice.${id}`)}</li>
              ))}
            </ul>
          </Notice>
          <p class="own-note">
            {t(rounds.length === 0 ? 'questions:own.first' : `questions:own.${next}`)}
          </p>
          {questions.length === 0 ? (
            <EmptyState title={t('questions:own.emptyTitle')}>
              {t('questions:own.empty')}
            </EmptyState>
          ) : (
            questions.map((question, at) => (
              <QuestionEditor
                key={question.id}
                centre={centre}
                question={question}
                number={at + 1}
                total={questions.length}
              />
            ))
          )}
          <AddQuestion centre={centre} questions={questions} />
          {questions.length === 0 ? null : <QuestionPreview centre={centre} />}
        </>
      ) : null}
    </Page>
  );
}

function AddQuestion({
  centre,
  questions,
}: {
  readonly centre: OpenCentre;
  readonly questions: readonly QuestionView[];
}) {
  const { t } = useText();
  const toast = useToast();
  const { most } = questionLimits;
  const add = async (kind: (typeof kinds)[number]): Promise<void> => {
    const id = await centre.questions.add(kind);
    toast({ text: t('questions:own.added') });
    // The new question stands above the button that made it.
    requestAnimationFrame(() => document.getElementById(`${id}-title`)?.focus());
  };
  return (
    <Section title={t('questions:own.addTitle')}>
      {questions.length >= most ? (
        <p class="own-note">{t('questions:own.full', { most })}</p>
      ) : (
        <ul class="own-kinds">
          {kinds.map((kind) => (
            <li key={kind}>
              <Button
                onClick={() =>
                  void add(kind).catch(() => toast({ text: t('questions:own.failed') }))
                }
              >
                {t(`questions:own.add.${kind}`)}
              </Button>
              <span>{t(`questions:own.kindHelp.${kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
