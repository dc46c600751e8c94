import { purgeSteps, type PurgeStep } from '#app/team/purge-form-year.ts';
import { Progress } from '#ui/parts/progress/progress.tsx';
import { useText } from '#ui/parts/text/text.tsx';

/** Where a purge is, in words and as a bar. */
export function PurgeProgress({ step }: { readonly step: PurgeStep }) {
  const { t } = useText();
  const place = purgeSteps.indexOf(step);
  return (
    <div role="status">
      <Progress
        label={t('custody:purge.working')}
        words={t(`custody:purge.step.${step}`)}
        done={(place + 1) / purgeSteps.length}
      />
    </div>
  );
}
