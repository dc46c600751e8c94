import { deviceKeeper, kitCopies } from '#app/team/people-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { yearToShow } from '#ui/team/session/year-of-day.ts';
import { HandoverSteps } from './handover-steps.tsx';
import './handover.css';

interface HandoverProps {
  readonly centre: OpenCentre;
}

/** What a new coordinator has to know and to be given, from what the centre holds; also on paper. */
export function HandoverScreen({ centre }: HandoverProps) {
  const { t } = useText();
  if (!centre.loaded.value) return <Page title={t('keys:handover.title')} />;
  const { name, responsible } = centre.centre.value;
  const { mailbox } = centre.sync.value;
  const copies = kitCopies(centre);
  return (
    <Page
      title={t('keys:handover.title')}
      above={name}
      lead={t('keys:handover.lead')}
      actions={<Button onClick={() => window.print()}>{t('keys:handover.print')}</Button>}
    >
      <div class="handover">
        <Section title={t('keys:handover.todo')}>
          <HandoverSteps centre={centre} />
        </Section>
        <OpenRounds centre={centre} />
        <Goals centre={centre} />
        <Section title={t('keys:handover.dates')}>
          <ul class="handover-list">
            {(['datesReport', 'datesSurvey', 'datesReflection'] as const).map((date) => (
              <li key={date}>{t(`keys:handover.${date}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('keys:handover.kit')}>
          <p>
            {copies === ''
              ? t('keys:handover.kitNowhere')
              : t('keys:handover.kitWhere', { where: copies })}
          </p>
        </Section>
        <Section title={t('keys:handover.devices')}>
          <ul class="handover-list">
            {centre.devices.value.map(({ device, name: given }) => {
              const keeper = deviceKeeper(centre, device);
              const words = given === '' ? t('keys:devices.noName') : given;
              return (
                <li key={device}>
                  {keeper === '' ? words : t('keys:handover.device', { name: words, keeper })}
                </li>
              );
            })}
          </ul>
        </Section>
        <Section title={t('keys:handover.centre')}>
          <ul class="handover-list">
            <li>{t('keys:handover.responsible', { ...responsible })}</li>
            <li>
              {mailbox === null
                ? t('keys:handover.noMailbox')
                : t('keys:handover.mailbox', { origin: mailbox })}
            </li>
          </ul>
        </Section>
        <p class="handover-back">
          <ButtonLink kind="quiet" href={pathTo.settings()}>
            {t('settings.title')}
          </ButtonLink>
        </p>
      </div>
    </Page>
  );
}

function OpenRounds({ centre }: HandoverProps) {
  const { t, formats } = useText();
  const open = centre.rounds.value.filter(({ closed }) => !closed);
  return (
    <Section title={t('keys:handover.rounds')}>
      {open.length === 0 ? (
        <p>{t('keys:handover.noRounds')}</p>
      ) : (
        <ul class="handover-list">
          {open.map(({ id, form, year, opens, closes }) => (
            <li key={id}>
              {t('keys:handover.round', {
                form: t(`forms.${form}`),
                year,
                days: formats.dayRange(opens, closes),
              })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The goals of this year and of the next: in February both matter. */
function Goals({ centre }: HandoverProps) {
  const { t, formats } = useText();
  const year = yearToShow(centre.today.value, centre.years.value);
  if (year === null) return null;
  const withGoals = [year, year + 1].filter((each) => centre.goals(each).length > 0);
  return (
    <>
      {(withGoals.length === 0 ? [year] : withGoals).map((each) => (
        <Section key={each} title={t('keys:handover.goals', { year: each })}>
          {centre.goals(each).length === 0 ? (
            <p>{t('keys:handover.noGoals', { year: each })}</p>
          ) : (
            <ul class="handover-list">
              {centre.goals(each).map(({ id, title, due, responsible }) => {
                const day = due === '' ? '' : formats.day(due);
                const words = { title, day, responsible };
                return (
                  <li key={id}>
                    {day === ''
                      ? title
                      : responsible === ''
                        ? t('keys:handover.goalDay', words)
                        : t('keys:handover.goalDue', words)}
                  </li>
                );
              })}
            </ul>
          )}
        </Section>
      ))}
    </>
  );
}
