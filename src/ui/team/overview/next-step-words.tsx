import { ButtonLink } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import type { NextStep } from './year-steps.ts';

interface NextStepWordsProps {
  readonly title: string;
  readonly next: NextStep;
  readonly year: number;
}

/** The one next thing of a year, and the way to it. */
export function NextStepWords({ title, next, year }: NextStepWordsProps) {
  const { t } = useText();
  return (
    <div class="overview-next">
      <h2 class="overview-next-title">{title}</h2>
      <p class="overview-next-words">{t(`overview.do.${next.what}`)}</p>
      <ButtonLink kind="primary" href={pathTo[next.where](year)}>
        {t(`overview.go.${next.where}`)}
      </ButtonLink>
    </div>
  );
}
