import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { downloadText, fileNameFor } from '#ui/team/session/file-exchange.ts';

/** Saves the file with everything among the browser's downloads. */
export function SaveFileButton({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const name = fileNameFor(centre.centre.value.name, centre.today.value);
    downloadText(name, await centre.exportFile());
    toast({ text: t('settings.fileSaved') });
    setBusy(false);
  };
  return (
    <Button busy={busy} onClick={() => void save()}>
      {t('settings.fileSave')}
    </Button>
  );
}
