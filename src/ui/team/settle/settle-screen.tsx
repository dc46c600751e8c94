import { useEffect, useRef } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { ContestedField } from '#projections/views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { FieldChoices } from './field-choices.tsx';
import { fieldWords } from './field-words.ts';

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
      <FieldChoices
        centre={centre}
        field={field}
        onSettle={() => {
          settled.current = true;
        }}
      />
    </Section>
  );
}
