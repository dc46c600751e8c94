import { useEffect, useState } from 'preact/hooks';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Progress } from '#ui/parts/progress/progress.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { MirrorMark } from '#ui/team/shell/mirror-mark.tsx';
import { CentreList } from './centre-list.tsx';
import { Gate } from './gate.tsx';
import './start-screen.css';

/** The way in: the centres that are here already, and three ways to begin. */
export function StartScreen() {
  const { t } = useText();
  const { app } = useSession();
  const centres = app.centres.value ?? [];
  useEffect(() => {
    document.title = t('start.title');
  }, [t]);
  return (
    <Gate atStart>
      <div class="start">
        <header class="start-head">
          <MirrorMark large />
          <h1 tabIndex={-1} class="start-title">
            {t('start.title')}
          </h1>
          <p class="start-lead">{t('start.lead')}</p>
        </header>
        {centres.length === 0 ? null : <CentreList centres={centres} />}
        <section class="start-ways" aria-labelledby="start-ways">
          <h2 id="start-ways" class="start-heading">
            {centres.length === 0 ? t('start.waysTitle') : t('start.moreTitle')}
          </h2>
          <div class="start-grid">
            <div class="start-way">
              <h3>{t('start.createTitle')}</h3>
              <p>{t('start.createText')}</p>
              <ButtonLink
                kind={centres.length === 0 ? 'primary' : 'secondary'}
                href={pathTo.create()}
              >
                {t('start.create')}
              </ButtonLink>
            </div>
            <div class="start-way">
              <h3>{t('start.joinTitle')}</h3>
              <p>{t('start.joinText')}</p>
              <ButtonLink href={pathTo.join()}>{t('start.join')}</ButtonLink>
            </div>
            <DemoWay />
          </div>
        </section>
        <section class="start-lost" aria-labelledby="start-lost">
          <h2 id="start-lost" class="start-lost-title">
            {t('keys:restore.wayTitle')}
          </h2>
          <p>{t('keys:restore.wayText')}</p>
          <ButtonLink kind="quiet" href={pathTo.restore()}>
            {t('keys:restore.way')}
          </ButtonLink>
        </section>
        <p class="start-promise">{t('start.promise')}</p>
      </div>
    </Gate>
  );
}

function DemoWay() {
  const { t } = useText();
  const { app, preferences } = useSession();
  const [done, setDone] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const open = async (): Promise<void> => {
    setFailed(false);
    setDone(0);
    try {
      await app.openDemo(setDone);
      preferences.setLastSpace(app.current.value?.entry.space ?? null);
      goTo(pathTo.home());
    } catch {
      setFailed(true);
      setDone(null);
    }
  };
  return (
    <div class="start-way">
      <h3>{t('start.demoTitle')}</h3>
      <p>{t('start.demoText')}</p>
      {done === null ? (
        <Button onClick={() => void open()}>{t('start.demo')}</Button>
      ) : (
        <div role="status">
          <Progress label={t('start.demoMaking')} done={done} />
        </div>
      )}
      {failed ? (
        <Notice kind="danger" live>
          {t('start.demoFailed')}
        </Notice>
      ) : null}
    </div>
  );
}
