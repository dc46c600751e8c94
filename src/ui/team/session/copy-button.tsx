import { useState, useRef, useEffect } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Button } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { copyText } from './file-exchange.ts';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Puts a link on the clipboard. Where the browser refuses, the link is shown, marked and ready to copy. */
export function CopyButton({ text, label, children }: CopyButtonProps) {
  const { t } = useText();
  const toast = useToast();
  const [refused, setRefused] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused) place.current?.querySelector('input')?.select();
  }, [refused]);
  const copy = async (): Promise<void> => {
    if (await copyText(text)) toast({ text: t('rounds.copied') });
    else setRefused(true);
  };
  if (refused) {
    return (
      <div ref={place}>
        <TextField
          label={t('rounds.linkLabel')}
          help={t('rounds.copyFailed')}
          value={text}
          onInput={() => {}}
        />
      </div>
    );
  }
  return (
    <Button label={label} onClick={() => void copy()}>
      {children}
    </Button>
  );
}
