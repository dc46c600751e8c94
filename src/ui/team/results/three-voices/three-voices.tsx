import { themeVoices, type ThemeVoices } from '#projections/theme-voices.ts';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { childrenWords, parentWords, questionWords, staffWords } from './voice-words.ts';
import './three-voices.css';

/** Team, parents and children side by side, theme by theme; where the pictures are far apart, a question to talk about. */
export function ThreeVoices() {
  const { t } = useText();
  const { view } = useResults();
  const themes = themeVoices(view).filter(
    ({ staff, parents, children }) =>
      staff !== null || parents !== null || children.some(({ year }) => year.spread.shown),
  );
  if (themes.length === 0) return null;
  return (
    <Section title={t('results:voices.title')} lead={t('results:voices.lead')}>
      <div class="voices">
        {themes.map((voices) => (
          <Theme key={voices.theme} voices={voices} />
        ))}
      </div>
    </Section>
  );
}

function Theme({ voices }: { readonly voices: ThemeVoices }) {
  const text = useText();
  const { t } = text;
  return (
    <article class="voices-theme">
      <h3>{t(`results:themes.${voices.theme}`)}</h3>
      <dl>
        <dt>{t('results:voices.staff')}</dt>
        <dd>{staffWords(text, voices)}</dd>
        <dt>{t('results:voices.parents')}</dt>
        <dd>{parentWords(text, voices)}</dd>
        {voices.children.length === 0 ? null : (
          <>
            <dt>{t('results:voices.children')}</dt>
            {childrenWords(text, voices).map((words) => (
              <dd key={words}>{words}</dd>
            ))}
          </>
        )}
      </dl>
      {voices.asks ? <p class="voices-question">{questionWords(text, voices)}</p> : null}
    </article>
  );
}
