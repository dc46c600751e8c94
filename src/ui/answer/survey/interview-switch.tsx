import { usePage } from '#ui/answer/page/page-context.ts';

/** For whoever reads the questions to another person and taps for them: said, so that the answer can say it too. */
export function InterviewSwitch() {
  const { app, text } = usePage();
  const isInterview = app.interview.value;
  return (
    <div class="start-interview">
      <div role="status">{isInterview && <p class="notice">{text.t('start.interviewOn')}</p>}</div>
      <button class="start-link" type="button" onClick={() => app.setInterview(!isInterview)}>
        {text.t(isInterview ? 'start.interviewOff' : 'start.interview')}
      </button>
    </div>
  );
}
