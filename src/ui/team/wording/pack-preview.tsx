import { packText, type TextPack } from '#app/team/text-pack.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';

interface PackPreviewProps {
  readonly pack: TextPack;
  readonly fromYear: number;
  readonly onUse: () => void;
  readonly onCancel: () => void;
}

/** A whole text pack before it is taken into use: what it changes, and what that costs. */
export function PackPreview({ pack, fromYear, onUse, onCancel }: PackPreviewProps) {
  const { t, form, language } = useText();
  const reflection = form('reflection');
  const items = Object.keys(pack.texts.sv).toSorted();
  const swedishOnly = items.filter((item) => packText(pack, item, 'en')?.language === 'sv').length;
  const { name, version } = pack;
  return (
    <Notice
      kind="good"
      live
      title={t('meeting:wording.found', { name, version })}
      actions={
        <ButtonRow>
          <Button kind="primary" onClick={onUse}>
            {t('meeting:wording.use', { year: fromYear })}
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            {t('meeting:wording.cancel')}
          </Button>
        </ButtonRow>
      }
    >
      <p class="notice-text">
        {t('meeting:wording.changes', { count: items.length })} {t('meeting:wording.seriesBreaks')}
        {swedishOnly === 0 ? '' : ` ${t('meeting:wording.onlySwedish', { count: swedishOnly })}`}
      </p>
      <details class="wording-changes">
        <summary>{t('meeting:wording.show')}</summary>
        <ul>
          {items.map((item) => {
            const words = packText(pack, item, language);
            return (
              <li key={item}>
                <strong>{words?.heading ?? reflection.heading(item)}</strong>
                <p>
                  <span>{t('meeting:wording.before')}:</span> {reflection.text(item)}
                </p>
                <p>
                  <span>{t('meeting:wording.after')}:</span>{' '}
                  <span lang={words?.language}>{words?.text}</span>
                </p>
              </li>
            );
          })}
        </ul>
      </details>
    </Notice>
  );
}
