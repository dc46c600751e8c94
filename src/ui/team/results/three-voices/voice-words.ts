import type { ThemeVoices } from '#projections/theme-voices.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { intervalWords } from '#ui/team/results/figures/share-words.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';

/** What the team says of a theme: how many of its statements stand on the side that works. */
export function staffWords({ t }: Text, { staff }: Pick<ThemeVoices, 'staff'>): string {
  if (staff === null) return t('results:voices.none');
  const { favourable, placed, applicable } = staff;
  return placed < applicable
    ? t('results:voices.placedSome', { favourable, count: placed, all: applicable })
    : t('results:voices.placed', { favourable, count: placed });
}

/** What the parents say: the goal's share with its interval and how many answers stand behind. */
export function parentWords(text: Text, { parents }: Pick<ThemeVoices, 'parents'>): string {
  const { t, formats } = text;
  if (parents === null) return t('results:voices.none');
  const words = {
    share: formats.percent(parents.share.share),
    interval: intervalWords(text, parents.share),
    count: parents.share.mostRated,
  };
  return t(
    parents.source === 'history' ? 'results:voices.shareEarlier' : 'results:voices.share',
    words,
  );
}

/** What the team is asked where the pictures are far apart: both numbers, and no comparison of them. */
export function questionWords(
  { t, formats }: Text,
  { staff, parents }: Pick<ThemeVoices, 'staff' | 'parents'>,
): string {
  if (staff === null || parents === null) return '';
  return t('results:voices.question', {
    favourable: staff.favourable,
    count: staff.placed,
    share: formats.percent(parents.share.share),
  });
}

/** What the children say, a line a question, in counts. */
export function childrenWords(
  { t, form }: Text,
  { children }: Pick<ThemeVoices, 'children'>,
): readonly string[] {
  return children.map(({ item, year }) => {
    const question = form('children').text(item);
    const scale = scaleItem(item)?.scale;
    if (!year.spread.shown || scale === undefined) {
      return t('results:voices.childHidden', { question });
    }
    const { favourable, rated } = year.spread.value;
    const best = form('children').point(scale, 3);
    return t('results:voices.child', { question, best, favourable, count: rated });
  });
}
