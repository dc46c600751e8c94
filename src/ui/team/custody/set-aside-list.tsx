import { useState } from 'preact/hooks';
import type { SetAsideRefusal, SetAsideView } from '#app/team/custody.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { leastShown } from '#projections/suppression.ts';
import type { RoundView } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { hoursWords } from './custody-words.ts';

interface SetAsideListProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
}

/** The log of what was set aside in a round, each with a way back. */
export function SetAsideList({ centre, round }: SetAsideListProps) {
  const { t } = useText();
  const groups = centre.custody.setAside.value.filter((group) => group.round === round.id);
  if (groups.length === 0) return null;
  return (
    <Section title={t('custody:aside.title')} lead={t('custody:aside.lead')}>
      {groups.map((group) => (
        <Group key={group.id} centre={centre} group={group} />
      ))}
    </Section>
  );
}

interface GroupProps {
  readonly centre: OpenCentre;
  readonly group: SetAsideView;
}

function Group({ centre, group }: GroupProps) {
  const { t, formats } = useText();
  const toast = useToast();
  const [refusal, setRefusal] = useState<SetAsideRefusal | null>(null);
  const when = hoursWords(t, formats, group);
  const what = t('custody:aside.group', { count: group.respondents, when });
  const texts = group.texts === 0 ? '' : ` ${t('custody:aside.texts', { count: group.texts })}`;
  const device = centre.devices.value.find((each) => each.device === group.by)?.name;
  const time = formats.time(group.at);
  const change = async (counts: boolean): Promise<void> => {
    const why = await centre.custody.countSetAside(group, counts);
    setRefusal(why);
    if (why === null) {
      toast({ text: t(counts ? 'custody:aside.backDone' : 'custody:aside.againDone') });
    }
  };
  return (
    <Panel kind={group.removed ? 'sunk' : 'plain'}>
      <div class="custody-words">
        <p>
          <strong>{what}</strong>
          {texts}
        </p>
        <p>{group.why}</p>
        <p class="custody-soft">
          {device === undefined
            ? t('custody:aside.byUnknown', { time })
            : t('custody:aside.by', { device, time })}
          {group.removed ? `. ${t('custody:aside.counted')}.` : ''}
        </p>
      </div>
      <div>
        <Button
          label={`${t(group.removed ? 'custody:aside.again' : 'custody:aside.back')}: ${what}`}
          onClick={() => void change(!group.removed)}
        >
          {t(group.removed ? 'custody:aside.again' : 'custody:aside.back')}
        </Button>
      </div>
      {refusal === null ? null : (
        <Notice kind="warning" live>
          {t(`custody:aside.refusal.${refusal}`, { least: leastShown(centre.ledger.value.book) })}
        </Notice>
      )}
    </Panel>
  );
}
