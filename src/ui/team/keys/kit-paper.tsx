import { useState } from 'preact/hooks';
import type { KitSheet as Sheet } from '#app/team/kit-words.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { KitSheet } from './kit-sheet.tsx';
import './keys.css';

interface KitPaperProps {
  readonly centre: OpenCentre;
  /** The words of the button that hides the sheet again. */
  readonly hide: string;
  readonly onShow?: (isShown: boolean) => void;
}

/** The kit's sheet: hidden until somebody asks for it, and ready to print then. */
export function KitPaper({ centre, hide, onShow }: KitPaperProps) {
  const { t } = useText();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const show = (next: Sheet | null): void => {
    setSheet(next);
    onShow?.(next !== null);
  };
  if (sheet === null) {
    return (
      <div class="keys-stack">
        <p>{t('keys:kit.hidden')}</p>
        <div>
          <Button onClick={() => void centre.kitSheet().then(show)}>{t('keys:kit.show')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div class="keys-stack">
      <KitSheet centre={centre} sheet={sheet} />
      <ButtonRow>
        <Button kind="primary" onClick={() => window.print()}>
          {t('keys:kit.print')}
        </Button>
        <Button kind="quiet" onClick={() => show(null)}>
          {hide}
        </Button>
      </ButtonRow>
    </div>
  );
}
