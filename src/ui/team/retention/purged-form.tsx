import type { OpenCentre } from '#app/team/team-app.ts';
import type { FormId } from '#instruments/form.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import './retention.css';

interface PurgedFormProps {
  readonly centre: OpenCentre;
  readonly form: FormId;
  readonly year: number;
}

/** Stands among the rounds where a form's answers were: that they are gone, and where their numbers are. */
export function PurgedForm({ centre, form, year }: PurgedFormProps) {
  const { t, formats } = useText();
  const answered = centre.custody.purgedForms(year).get(form);
  const line = centre.custody.purgeLog.value.find((one) => one.form === form && one.year === year);
  if (answered === undefined || line === undefined) return null;
  return (
    <Panel kind="sunk">
      <div class="retention-words">
        <p>
          <strong>{t('custody:retention.purgedHere', { count: answered })}</strong>
        </p>
        <p>{t('custody:retention.purgedOn', { time: formats.day(line.at.slice(0, 10)) })}</p>
      </div>
      <div>
        <ButtonLink href={pathTo.results(year)}>{t('rounds.toResults')}</ButtonLink>
      </div>
    </Panel>
  );
}
