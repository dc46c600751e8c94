import { useEffect, useRef } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { ContestedField } from '#projections/views.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { fieldWords, valueWords } from './field-words.ts';
import './settle-screen.css';

/** Where two people wrote at once: both values side by side, one tap decides. */
export function SettleScreen({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const contested = centre.contested.value;
  if (contested.length === 0) {
    return (
      <Page title={t('settle.none')} lead={t('settle.noneText')}>
        <div>
          <ButtonLink kind="primary" href={pathTo.home()}>
            {t('app.toOverview')}
          </ButtonLink>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('settle.title')} lead={t('settle.lead')}>
      {contested.map((field) => (
        <FieldChoice key={field.path} centre={centre} field={field} />
      ))}
    </Page>
  );
}

interface FieldChoiceProps {
  readonly centre: OpenCentre;
  readonly field: ContestedField;
}

function FieldChoice({ centre, field }: FieldChoiceProps) {
  const text = useText();
  const { t, formats } = text;
  const toast = useToast();
  const about = fieldWords(field.path, text, centre);
  const settled = useRef(false);
  useEffect(
    () => () => {
      // The button that had focus is gone: the heading of the page takes it.
      if (settled.current) document.querySelector<HTMLElement>('#main h1')?.focus();
    },
    [],
  );
  return (
    <Section title={about}>
      <ul class="settle-choices">
        {field.choices.map((choice) => {
          const words = valueWords(field.path, choice.value, text);
          const by = choice.by === '' ? t('settle.unknownDevice') : choice.by;
          return (
            <li key={`${choice.at} ${words}`} class="settle-choice">
              <p class="settle-value">{words}</p>
              <p class="settle-by">{t('settle.by', { name: by, time: formats.time(choice.at) })}</p>
              <Button
                label={`${t('settle.choose')}: ${words}`}
                onClick={() => {
                  settled.current = true;
                  void centre
                    .setField(field.path, choice.value)
                    .then(() => toast({ text: t('settle.settled') }));
                }}
              >
                {t('settle.choose')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
