import { useState } from 'preact/hooks';
import { posterLanguages } from '#app/team/poster-languages.ts';
import { paperLanguages } from '#i18n/paper-texts.ts';
import { Tabs } from '#ui/parts/tabs/tabs.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { LanguagePicker } from './language-picker.tsx';
import { NoLink } from './no-link.tsx';
import { PrintFrame } from './print-frame.tsx';
import type { SheetProps } from './sheet-props.ts';
import { SlipsSheet, type SlipSize } from './slips-sheet.tsx';
import { Unreviewed } from './unreviewed.tsx';
import { usePaperTexts } from './use-paper-texts.ts';

const most = 3;
const sizes = [
  { value: 'small', label: 'slipsSmall' },
  { value: 'large', label: 'slipsLarge' },
] as const;

/** Slips, at first in the first three of the poster's languages. */
export function SlipsPrint({ centre, round, paper, swedish }: SheetProps) {
  const { t } = useText();
  const languages = paperLanguages('parents');
  const [picked, setPicked] = useState<readonly string[]>(() => {
    const kept = posterLanguages(centre);
    const codes = languages.map(({ code }) => code).filter((code) => kept.includes(code));
    return codes.slice(0, most);
  });
  const [size, setSize] = useState<SlipSize>('small');
  const fetched = usePaperTexts(picked, 'parents');
  const { phone } = centre.roundLinks(round.id);
  if (phone === null) return <NoLink />;
  return (
    <PrintFrame
      help={t('paperWork:print.slipsHelp')}
      fetched={fetched}
      tools={
        <>
          <Tabs
            label={t('paperWork:print.slipsSize')}
            options={sizes.map(({ value, label }) => ({
              value,
              label: t(`paperWork:print.${label}`),
            }))}
            value={size}
            onChange={setSize}
          />
          <LanguagePicker
            legend={t('paperWork:print.slipsLanguages')}
            help={t('paperWork:print.slipsLanguagesHelp')}
            languages={languages}
            picked={picked}
            most={most}
            onChange={setPicked}
          />
          <Unreviewed codes={picked} />
        </>
      }
    >
      <SlipsSheet
        paper={paper}
        round={round}
        link={phone}
        languages={fetched.texts ?? []}
        swedish={swedish}
        size={size}
      />
    </PrintFrame>
  );
}
