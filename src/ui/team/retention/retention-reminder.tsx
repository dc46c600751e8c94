import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { formYearWords } from '#ui/team/custody/custody-words.ts';
import { pathTo } from '#ui/team/session/paths.ts';

/** Says that something is due to be purged. It only reminds. */
export function RetentionReminder({ centre }: { readonly centre: OpenCentre }) {
  const { t, formats } = useText();
  const today = centre.today.value;
  const due = centre.custody.retention.value.filter(
    ({ closed, day }) => closed && day !== '' && day <= today,
  );
  if (due.length === 0) return null;
  const what = formats.list(due.map(({ form, year }) => formYearWords(t, form, year)));
  return (
    <Notice
      actions={<ButtonLink href={pathTo.retention()}>{t('custody:retention.toScreen')}</ButtonLink>}
    >
      {t('custody:retention.remind', { count: due.length, what })}
    </Notice>
  );
}
