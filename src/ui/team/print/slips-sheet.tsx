import type { PaperRound } from '#app/team/paper-answers.ts';
import type { PaperTexts } from '#i18n/paper-texts.ts';
import type { Translator } from '#i18n/translator.ts';
import type { RoundView } from '#projections/views.ts';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { openWords } from './open-words.ts';
import { useFittedType } from './use-fitted-type.ts';
import './slips-sheet.css';

interface SlipsProps {
  readonly paper: PaperRound;
  readonly round: RoundView;
  readonly link: string;
  /** One to three. */
  readonly languages: readonly PaperTexts[];
  readonly swedish: Translator;
  readonly size: SlipSize;
}

export type SlipSize = 'small' | 'large';

const perSheet: Readonly<Record<SlipSize, number>> = { small: 8, large: 2 };

/** A sheet of equal slips to cut apart and hand out: eight, or two in large print. */
export function SlipsSheet(props: SlipsProps) {
  const { size } = props;
  return (
    <article class="slips-sheet" data-size={size}>
      {Array.from({ length: perSheet[size] }, (_, at) => (
        <Slip key={`${size} ${at}`} {...props} />
      ))}
    </article>
  );
}

function Slip({ paper, round, link, languages, swedish, size }: SlipsProps) {
  const codes = languages.map(({ language }) => language.code).join(' ');
  const slip = useFittedType<HTMLDivElement>(`${codes} ${size} ${round.opens} ${round.closes}`);
  return (
    <section ref={slip} class="slip">
      <div class="slip-code">
        <QrCode
          text={link}
          label={swedish.t('paperWork:print.qr', { form: swedish.t(`forms.${round.form}`) })}
        />
      </div>
      <div class="slip-words">
        <p class="slip-centre">{paper.centre}</p>
        {languages.map(({ language, t, day }) => (
          <p key={language.code} lang={language.code} dir={language.direction}>
            <strong>{t('poster.headline')}</strong> {t('poster.scan')}{' '}
            {t('poster.until', { date: day(round.closes) })}
          </p>
        ))}
        <p class="slip-days" lang="sv">
          {openWords(swedish, round)}
        </p>
      </div>
    </section>
  );
}
