import { useRef, useState } from 'preact/hooks';
import { posterLanguages, setPosterLanguages } from '#app/team/poster-languages.ts';
import { paperLanguages } from '#i18n/paper-texts.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { LanguagePicker } from './language-picker.tsx';
import { NoLink } from './no-link.tsx';
import { PosterSheet } from './poster-sheet.tsx';
import { PrintFrame } from './print-frame.tsx';
import type { SheetProps } from './sheet-props.ts';
import { Unreviewed } from './unreviewed.tsx';
import { usePaperTexts } from './use-paper-texts.ts';

/** Beyond so many the type gets small. */
const easyCount = 6;

/** The poster, in the languages that the centre has picked for all its posters. */
export function PosterPrint({ centre, round, paper, swedish }: SheetProps) {
  const { t } = useText();
  const languages = paperLanguages('parents');
  // What was tapped shows at once, and the next tap builds on it; what is kept takes a moment.
  const [tapped, setTapped] = useState<readonly string[] | null>(null);
  const taps = useRef(0);
  const kept = tapped ?? posterLanguages(centre);
  const picked = languages.map(({ code }) => code).filter((code) => kept.includes(code));
  const fetched = usePaperTexts(picked, 'parents');
  const keep = async (codes: readonly string[]): Promise<void> => {
    taps.current += 1;
    const tap = taps.current;
    setTapped(codes);
    await setPosterLanguages(centre, codes).catch(() => undefined); // The shell tells of what was not saved.
    if (tap === taps.current) setTapped(null);
  };
  const { phone } = centre.roundLinks(round.id);
  if (phone === null) return <NoLink />;
  return (
    <PrintFrame
      help={t('paperWork:print.posterHelp')}
      fetched={fetched}
      tools={
        <>
          <LanguagePicker
            legend={t('paperWork:print.languages')}
            help={t('paperWork:print.languagesHelp')}
            languages={languages}
            picked={picked}
            onChange={(codes) => void keep(codes)}
          />
          {picked.length > easyCount ? (
            <p class="print-help" role="status">
              {t('paperWork:print.languagesMany')}
            </p>
          ) : null}
          <Unreviewed codes={picked} />
        </>
      }
    >
      <PosterSheet
        paper={paper}
        round={round}
        link={phone}
        languages={fetched.texts ?? []}
        swedish={swedish}
      />
    </PrintFrame>
  );
}
