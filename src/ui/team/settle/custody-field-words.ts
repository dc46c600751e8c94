import type { OpenCentre } from '#app/team/team-app.ts';
import type { ContestedField } from '#projections/views.ts';
import type { Translator } from '#i18n/translator.ts';
import { formYearWords } from '#ui/team/custody/custody-words.ts';

type Value = ContestedField['choices'][number]['value'];

const textFields = ['masked', 'hidden', 'quote'] as const;
const forms = ['reflection', 'parents', 'children'] as const;

/** The heading of a contested field about what is kept, hidden and purged; null for every other field. */
export function custodyFieldWords(
  path: string,
  { t }: Translator,
  centre: Pick<OpenCentre, 'rounds'>,
): string | null {
  const [root, a = '', b = '', , d = ''] = path.split('/');
  if (path === 'centre/retentionMonths') return t('custody:retention.rule');
  const form = forms.find((id) => id === a);
  if (root === 'kept' && form !== undefined) {
    return t('custody:settle.kept', { what: formYearWords(t, form, Number(b)) });
  }
  if (root !== 'rounds') return null;
  const round = centre.rounds.value.find(({ id }) => id === a);
  if (round === undefined) return null;
  const what = formYearWords(t, round.form, round.year);
  if (b === 'retention') return t('custody:retention.dayOf', { what });
  if (b === 'lateUntil') return t('custody:settle.lateUntil', { what });
  const note = b === 'texts' ? textFields.find((field) => field === d) : undefined;
  if (note !== undefined) return t(`custody:settle.text.${note}`, { what });
  return b === 'setAside' && d === 'removed' ? t('custody:settle.removed', { what }) : null;
}

/** One of its values; null for every other field. */
export function custodyValueWords(path: string, value: Value, { t }: Translator): string | null {
  if (path === 'centre/retentionMonths' && typeof value === 'number') {
    return t('custody:retention.otherMonths', { count: value });
  }
  if (!path.startsWith('kept/') || typeof value !== 'object' || value === null) return null;
  const answered = Object.entries(value).find(([name]) => name === 'answered')?.[1];
  return typeof answered === 'number' ? t('custody:retention.holds', { count: answered }) : null;
}
