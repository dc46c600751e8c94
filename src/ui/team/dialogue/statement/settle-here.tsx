import type { OpenCentre } from '#app/team/team-app.ts';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { FieldChoices } from '#ui/team/settle/field-choices.tsx';
import type { ContestedPart } from './contested-at.ts';

interface SettleHereProps {
  readonly centre: OpenCentre;
  readonly contested: readonly ContestedPart[];
}

/** Two tablets wrote at once: both values stand in the statement itself, and one tap settles. */
export function SettleHere({ centre, contested }: SettleHereProps) {
  const { t } = useText();
  if (contested.length === 0) return null;
  return (
    <Notice kind="warning" live title={t('meeting:contestedTitle')}>
      {contested.map(({ kind, field }) => (
        <div key={field.path} class="statement-settle">
          <h3>{t(`meeting:field.${kind}`)}</h3>
          <FieldChoices
            centre={centre}
            field={field}
            onSettle={() => document.querySelector<HTMLElement>('#statement-name')?.focus()}
          />
        </div>
      ))}
    </Notice>
  );
}
