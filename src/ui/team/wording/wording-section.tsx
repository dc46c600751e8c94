import { useState } from 'preact/hooks';
import {
  checkPackFile,
  packTemplate,
  rewordableYear,
  setWording,
  yearWording,
  type PackFault,
  type TextPack,
} from '#app/team/text-pack.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { FilePicker } from '#ui/parts/file-picker/file-picker.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { downloadText } from '#ui/team/session/file-exchange.ts';
import { faultWords } from './fault-words.ts';
import { PackPreview } from './pack-preview.tsx';
import { wordingMark } from './wording-mark.ts';
import './wording.css';

/** As many faults as somebody mends at a time. */
const shownFaults = 12;

type Chosen =
  | { readonly kind: 'none' | 'checking' | 'unread' }
  | { readonly kind: 'faults'; readonly faults: readonly PackFault[] }
  | { readonly kind: 'whole'; readonly pack: TextPack };

/** Another wording of the statements: loaded from a file, looked at, taken into use, and taken back. */
export function WordingSection({ centre }: { readonly centre: OpenCentre }) {
  const text = useText();
  const { t } = text;
  const toast = useToast();
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' });
  const fromYear = rewordableYear(centre);
  const standing = yearWording(centre, fromYear);
  const isLocked = centre.rounds.value.some(
    ({ form, year }) => form === 'reflection' && year === fromYear - 1,
  );

  const look = async (file: File): Promise<void> => {
    setChosen({ kind: 'checking' });
    try {
      const check = await checkPackFile(await file.text());
      setChosen(
        check.ok ? { kind: 'whole', pack: check.pack } : { kind: 'faults', faults: check.faults },
      );
    } catch {
      setChosen({ kind: 'unread' });
    }
  };
  const use = async (pack: TextPack | null): Promise<void> => {
    await setWording(centre, fromYear, pack);
    setChosen({ kind: 'none' });
    toast({
      text: t(pack === null ? 'meeting:wording.backDone' : 'meeting:wording.used', {
        year: fromYear,
      }),
      undo: () => void setWording(centre, fromYear, standing),
    });
  };
  const saveTemplate = async (): Promise<void> =>
    downloadText(t('meeting:wording.templateName'), await packTemplate());

  return (
    <Section title={t('meeting:wording.title')} lead={t('meeting:wording.lead')} id="wording">
      {isLocked ? (
        <p>{t('meeting:wording.locked', { year: fromYear - 1, next: fromYear })}</p>
      ) : null}
      <p>
        {t('meeting:wording.now', { year: fromYear })}{' '}
        <strong>
          {standing === null ? t('meeting:wording.ownWords') : wordingMark(text, standing)}
        </strong>
      </p>
      <FilePicker
        label={t('meeting:wording.file')}
        help={t('meeting:wording.fileHelp')}
        choose={t('meeting:wording.choose')}
        chosen={
          chosen.kind === 'checking' || chosen.kind === 'unread'
            ? t(`meeting:wording.${chosen.kind}`)
            : undefined
        }
        accept="application/json,.json"
        onFile={(file) => void look(file)}
      />
      {chosen.kind === 'faults' ? <Faults faults={chosen.faults} /> : null}
      {chosen.kind === 'whole' ? (
        <PackPreview
          pack={chosen.pack}
          fromYear={fromYear}
          onUse={() => void use(chosen.pack)}
          onCancel={() => setChosen({ kind: 'none' })}
        />
      ) : null}
      <p class="wording-help">{t('meeting:wording.templateHelp')}</p>
      <ButtonRow>
        <Button onClick={() => void saveTemplate()}>{t('meeting:wording.template')}</Button>
        {standing === null ? null : (
          <Button kind="quiet" onClick={() => void use(null)}>
            {t('meeting:wording.back')}
          </Button>
        )}
      </ButtonRow>
    </Section>
  );
}

function Faults({ faults }: { readonly faults: readonly PackFault[] }) {
  const text = useText();
  const { t } = text;
  const more = faults.length - shownFaults;
  return (
    <Notice kind="warning" live title={t('meeting:wording.faultsTitle', { count: faults.length })}>
      <ul class="wording-faults">
        {faults.slice(0, shownFaults).map((fault) => (
          <li key={JSON.stringify(fault)}>{faultWords(fault, text)}</li>
        ))}
      </ul>
      {more > 0 ? <p>{t('meeting:wording.faultsMore', { count: more })}</p> : null}
    </Notice>
  );
}
