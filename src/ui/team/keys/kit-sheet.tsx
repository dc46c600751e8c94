import type { KitSheet as Sheet } from '#app/team/kit-words.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import './kit-sheet.css';

interface KitSheetProps {
  readonly centre: OpenCentre;
  readonly sheet: Sheet;
}

/** The kit as a sheet of A4: what it is, its code, its words, and where the papers are. Nothing else is printed with it. */
export function KitSheet({ centre, sheet }: KitSheetProps) {
  const { t, formats } = useText();
  const { mailbox } = centre.sync.value;
  return (
    <article class="kit-sheet" aria-label={t('keys:sheet.title')}>
      <header class="kit-sheet-head">
        <div>
          <h3 class="kit-sheet-title">{t('keys:sheet.title')}</h3>
          <p class="kit-sheet-centre">{centre.centre.value.name}</p>
          <p>{t('keys:sheet.date', { day: formats.day(centre.today.value) })}</p>
          <p>
            {mailbox === null
              ? t('keys:sheet.noMailbox')
              : t('keys:sheet.mailbox', { origin: mailbox })}
          </p>
        </div>
        <div class="kit-sheet-code">
          <QrCode text={sheet.link} label={t('keys:sheet.qr')} />
        </div>
      </header>
      <ol class="kit-sheet-words" aria-label={t('keys:sheet.words')} lang="sv">
        {sheet.words.map((word, at) => (
          <li key={at}>
            <span class="kit-sheet-number">{at + 1}</span>
            <span class="kit-sheet-word">{word}</span>
          </li>
        ))}
      </ol>
      <div class="kit-sheet-how">
        {(['for', 'how', 'keep'] as const).map((part) => (
          <section key={part}>
            <h4>{t(`keys:sheet.${part}Title`)}</h4>
            <p>{t(`keys:sheet.${part}`)}</p>
          </section>
        ))}
      </div>
      <footer class="kit-sheet-places">
        <p>{t('keys:sheet.thisCopy')}</p>
        <p>{t('keys:sheet.otherCopy')}</p>
      </footer>
    </article>
  );
}
