import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { SaveFileButton } from '#ui/team/settings/save-file-button.tsx';

const steps = [
  ['todoConnect', 'todoConnectDo', 'add-device'],
  ['todoName', 'todoNameDo', 'devices'],
  ['todoKit', 'todoKitDo', 'kit'],
  ['todoContact', 'todoContactDo', 'centre'],
  ['todoFile', null, null],
  ['todoRevoke', 'todoRevokeDo', 'devices'],
] as const;

/** What the two do together, each with the way to where it is done; on paper a box to tick. */
export function HandoverSteps({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  return (
    <ol class="handover-steps">
      {steps.map(([step, action, part]) => (
        <li key={step}>
          <span class="handover-box" aria-hidden="true" />
          <p>{t(`keys:handover.${step}`)}</p>
          <div class="handover-do">
            {action === null ? (
              <SaveFileButton centre={centre} />
            ) : (
              <ButtonLink kind="quiet" href={pathTo.settings(part)}>
                {t(`keys:handover.${action}`)}
              </ButtonLink>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
