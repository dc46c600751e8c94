import type { ComponentChildren } from 'preact';
import type { FetchedTexts } from './use-paper-texts.ts';
import { answerLanguage } from '#i18n/answer-languages.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { PaperPreview } from './paper-preview.tsx';

interface PrintFrameProps {
  readonly help: string;
  readonly fetched: FetchedTexts;
  /** The choices above the paper. */
  readonly tools: ComponentChildren;
  /** The paper itself. */
  readonly children: ComponentChildren;
}

/** A print's choices, its button, and the paper as it will be. What could not be fetched is told, and tried again. */
export function PrintFrame({ help, fetched, tools, children }: PrintFrameProps) {
  const { t, formats } = useText();
  const { texts, failed, retry } = fetched;
  const missing = failed.map((code) => answerLanguage(code)?.name ?? code);
  return (
    <>
      <div class="print-tools">
        <p class="print-help">{help}</p>
        {tools}
        {missing.length === 0 ? null : (
          <Notice
            kind="warning"
            live
            actions={<Button onClick={retry}>{t('parts.tryAgain')}</Button>}
          >
            {t('paperWork:print.failed', { language: formats.list(missing) })}
          </Notice>
        )}
        <ButtonRow>
          <Button
            kind="primary"
            disabled={texts === undefined || texts.length === 0}
            onClick={() => window.print()}
          >
            {t('paperWork:print.do')}
          </Button>
        </ButtonRow>
      </div>
      {texts === undefined ? (
        <p class="screen-loading">{t('paperWork:print.loading')}</p>
      ) : texts.length === 0 ? null : (
        <PaperPreview>{children}</PaperPreview>
      )}
    </>
  );
}
