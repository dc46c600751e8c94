import { useState } from 'preact/hooks';
import type { DeleteEverywhere } from '#app/team/delete-everywhere.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { KitPrompt } from '#ui/team/keys/kit-prompt.tsx';
import '#ui/team/keys/keys.css';
import { leaveCentre } from '#ui/team/session/leave-centre.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { SaveFileButton } from '#ui/team/settings/save-file-button.tsx';
import '#ui/team/custody/custody.css';

interface DeleteProps {
  readonly centre: OpenCentre;
}

/** Deletes the centre for everyone, at its mailbox. Without one there is nothing that this could reach. */
export function DeleteCentre({ centre }: DeleteProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  if (centre.entry.demo || centre.sync.value.mailbox === null) return null;
  return (
    <Section title={t('custody:remove.title')} lead={t('custody:remove.lead')} id="delete">
      <div>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('custody:remove.open')}
        </Button>
      </div>
      {asking ? <DeleteDialog centre={centre} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

type Refusal = Exclude<DeleteEverywhere, 'deleted'>;

function DeleteDialog({ centre, onClose }: DeleteProps & { readonly onClose: () => void }) {
  const { t } = useText();
  const session = useSession();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [asksKit, setAsksKit] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { name } = centre.centre.value;
  const remove = async (kit?: string): Promise<void> => {
    setBusy(true);
    setAsksKit(false);
    const end = await centre.custody
      .deleteEverywhere(kit)
      .catch((): DeleteEverywhere => 'unreachable');
    if (end !== 'deleted') {
      setRefusal(end);
      setBusy(false);
      return;
    }
    await leaveCentre(session, centre.entry.space);
    toast({ text: t('custody:remove.done', { name }) });
  };
  const confirm = (): void => {
    const isName = typed.trim().toLowerCase() === name.trim().toLowerCase();
    setWrong(!isName);
    if (!isName) return;
    if (centre.kitHere.value) void remove();
    else setAsksKit(true);
  };
  return (
    <Dialog title={t('custody:remove.ask', { name })} onClose={onClose}>
      {asksKit ? (
        <KitPrompt
          centre={centre}
          onKit={(kit) => void remove(kit)}
          onCancel={() => setAsksKit(false)}
        />
      ) : (
        <>
          <p>{t('custody:remove.means')}</p>
          <Notice actions={<SaveFileButton centre={centre} />}>
            {t('custody:remove.fileFirst')}
          </Notice>
          <form
            class="custody-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              confirm();
            }}
          >
            <TextField
              label={t('custody:remove.confirm')}
              value={typed}
              onInput={(text) => {
                setTyped(text);
                setWrong(false);
              }}
              error={wrong ? t('custody:remove.wrong') : undefined}
            />
            {refusal === null ? null : (
              <Notice kind="danger" live>
                {t(`custody:remove.refusal.${refusal}`)}
              </Notice>
            )}
            <ButtonRow>
              <Button kind="danger" type="submit" busy={busy}>
                {t('custody:remove.do')}
              </Button>
              <Button kind="quiet" onClick={onClose}>
                {t('parts.cancel')}
              </Button>
            </ButtonRow>
          </form>
        </>
      )}
    </Dialog>
  );
}
