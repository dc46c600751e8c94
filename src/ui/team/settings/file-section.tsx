import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { FilePicker } from '#ui/parts/file-picker/file-picker.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useStorageState } from '#ui/team/session/storage-state.ts';
import { SaveFileButton } from './save-file-button.tsx';

/** The file with everything, out and in, and whether the browser keeps what is saved. */
export function FileSection({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const [told, setTold] = useState('');
  const [storage, askForStorage] = useStorageState();
  const take = async (file: File): Promise<void> => {
    setTold(t('settings.fileWorking'));
    const result = await centre.importFile(await file.text());
    if (result === null) {
      setTold(t('settings.fileWrong'));
      return;
    }
    const words = [
      result.added === 0
        ? t('settings.fileNothing')
        : t('settings.fileTaken', { count: result.added }),
    ];
    if (result.unreadable > 0) {
      words.push(t('settings.fileUnreadable', { count: result.unreadable }));
    }
    setTold(words.join(' '));
  };
  return (
    <Section title={t('settings.file')} lead={t('settings.fileLead')} id="file">
      <div>
        <SaveFileButton centre={centre} />
      </div>
      <FilePicker
        label={t('settings.fileTake')}
        choose={t('join.fileChoose')}
        chosen={told}
        onFile={(file) => void take(file)}
      />
      <Section level={3} title={t('settings.storage')}>
        <p role="status">
          {storage === 'persisted'
            ? t('settings.storagePersisted')
            : storage === 'notPersisted'
              ? t('settings.storageNot')
              : storage === 'unknown'
                ? t('settings.storageUnknown')
                : ''}
        </p>
        {storage === 'notPersisted' ? (
          <div>
            <Button onClick={() => void askForStorage()}>{t('settings.storageAsk')}</Button>
          </div>
        ) : null}
      </Section>
    </Section>
  );
}
