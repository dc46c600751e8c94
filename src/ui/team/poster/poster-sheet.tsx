import type { Translator } from '#i18n/translator.ts';
import type { CentreView, RoundView } from '#projections/views.ts';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { MirrorMark } from '#ui/team/shell/mirror-mark.tsx';

interface PosterSheetProps {
  readonly centre: CentreView;
  readonly round: RoundView;
  readonly link: string;
  /** The first one speaks loudest. */
  readonly languages: readonly Translator[];
}

/** One A4 sheet: who asks, what to do, a big code, until when, and who answers for the data. */
export function PosterSheet({ centre, round, link, languages }: PosterSheetProps) {
  const [first, ...others] = languages;
  if (first === undefined) return null;
  const { form } = round;
  if (form === 'parents') return null; // Theirs is ui/team/print's.
  return (
    <article class="poster" lang={first.language}>
      <header class="poster-head">
        <MirrorMark />
        <p class="poster-centre">{centre.name}</p>
      </header>
      <h2 class="poster-ask">{first.t(`poster.ask.${form}`)}</h2>
      <p class="poster-how">{first.t(`poster.how.${form}`)}</p>
      <div class="poster-code">
        <QrCode text={link} label={first.t('rounds.qrLabel', { form: first.t(`forms.${form}`) })} />
      </div>
      {others.map((other) => (
        <p key={other.language} lang={other.language} class="poster-other">
          <strong>{other.t(`poster.ask.${form}`)}</strong> {other.t(`poster.how.${form}`)}
        </p>
      ))}
      <footer class="poster-foot">
        <p>
          {first.t('poster.open', { range: first.formats.dayRange(round.opens, round.closes) })}
        </p>
        <p>
          {first.t('poster.responsible', {
            name: centre.responsible.name,
            contact: centre.responsible.contact,
          })}
        </p>
      </footer>
    </article>
  );
}
