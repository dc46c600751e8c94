import type { PaperTexts } from '#i18n/paper-texts.ts';
import type { Translator } from '#i18n/translator.ts';
import type { RoundView } from '#projections/views.ts';
import type { PaperRound } from '#app/team/paper-answers.ts';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { MirrorMark } from '#ui/team/shell/mirror-mark.tsx';
import { openWords } from './open-words.ts';
import { useFittedType } from './use-fitted-type.ts';
import './poster-sheet.css';

interface PosterProps {
  readonly paper: PaperRound;
  readonly round: RoundView;
  readonly link: string;
  /** The first one speaks loudest. */
  readonly languages: readonly PaperTexts[];
  /** The country's own words, for when it is open. */
  readonly swedish: Translator;
}

/** One A4 sheet: who asks, a big code, and what to do in every language that the centre has picked. */
export function PosterSheet({ paper, round, link, languages, swedish }: PosterProps) {
  const [first, ...others] = languages;
  const codes = languages.map(({ language }) => language.code).join(' ');
  const sheet = useFittedType<HTMLElement>(`${codes} ${round.opens} ${round.closes}`);
  if (first === undefined) return null;
  const { name, contact } = paper.responsible;
  return (
    <article ref={sheet} class="poster-sheet" data-languages={sizeOf(languages.length)}>
      <header class="poster-sheet-head">
        <MirrorMark />
        <p>{paper.centre}</p>
      </header>
      <div class="poster-sheet-main">
        <PosterWords texts={first} closes={round.closes} />
        <div class="poster-sheet-code">
          <QrCode
            text={link}
            label={swedish.t('paperWork:print.qr', { form: swedish.t(`forms.${round.form}`) })}
          />
        </div>
      </div>
      {others.length === 0 ? null : (
        <div class="poster-sheet-others" data-columns={columnsOf(others.length)}>
          {others.map((texts) => (
            <PosterWords key={texts.language.code} texts={texts} closes={round.closes} />
          ))}
        </div>
      )}
      <footer class="poster-sheet-foot" lang="sv">
        <p>{openWords(swedish, round)}</p>
        <p lang={first.language.code} dir={first.language.direction}>
          {first.responsible(name, contact)}
        </p>
      </footer>
    </article>
  );
}

/** How the sheet is divided; how small the type gets within that is measured. */
function sizeOf(count: number): 'few' | 'some' | 'many' {
  if (count <= 3) return 'few';
  return count <= 6 ? 'some' : 'many';
}

/** So many columns that no row but the last is short. */
function columnsOf(count: number): 1 | 2 | 3 {
  if (count === 1) return 1;
  return count === 2 || count === 4 ? 2 : 3;
}

function PosterWords({ texts, closes }: { readonly texts: PaperTexts; readonly closes: string }) {
  const { language, t, day } = texts;
  return (
    <section class="poster-words" lang={language.code} dir={language.direction}>
      <h2>{t('poster.headline')}</h2>
      <p class="poster-scan">{t('poster.scan')}</p>
      <p>{t('poster.minutes')}</p>
      <p class="poster-until">{t('poster.until', { date: day(closes) })}</p>
      <p>{t('poster.otherWays')}</p>
    </section>
  );
}
