import type { OpenCentre } from '#app/team/team-app.ts';
import { textPackOf } from '#app/team/text-pack.ts';
import type { Translator } from '#i18n/translator.ts';
import { wordingMark } from '#ui/team/wording/wording-mark.ts';

/** The fields of a goal's plan and follow-up, which the meeting's own texts name. */
const planFields = [
  'actions',
  'measureBy',
  'baseline',
  'followWhen',
  'followHow',
  'followWho',
  'outcome',
  'worked',
  'difference',
  'beyondTwo',
] as const;
export type PlanField = (typeof planFields)[number];

/** Whether a goal's field belongs to its plan. */
export function isPlanField(field: string): field is PlanField {
  return planFields.some((one) => one === field);
}

/** The heading of a contested field of the meeting and what comes of it; null for every other field. */
export function meetingFieldWords(
  path: string,
  { t, form }: Translator,
  centre: Pick<OpenCentre, 'fieldValue' | 'rounds'>,
): string | null {
  const [root, a = '', b = ''] = path.split('/');
  if (root === 'rounds' && b === 'invited') {
    const year = centre.rounds.value.find(({ id }) => id === a)?.year;
    return year === undefined ? null : t('meeting:settle.invited', { year });
  }
  if (root === 'wording') return t('meeting:wording.settle', { year: b });
  if (root === 'meetings') return t('meeting:settle.openTalk', { year: a });
  if (root === 'shortlist') {
    return t('meeting:settle.shortlist', { item: form('reflection').heading(b) });
  }
  if (root === 'figures') return t('meeting:settle.figure', { year: a });
  if (root !== 'goals' || !(b === 'checks' || isPlanField(b))) return null;
  const title = centre.fieldValue(`goals/${a}/title`);
  const field = b === 'checks' ? t('meeting:settle.check') : t(`meeting:settle.goal.${b}`);
  return t('settle.path.goal', {
    title: typeof title === 'string' && title !== '' ? title : '…',
    field,
  });
}

/** What a contested field of the meeting holds, in words; null for every field that needs none of its own. */
export function meetingValueWords(
  path: string,
  value: unknown,
  text: Pick<Translator, 't'>,
): string | null {
  if (!path.startsWith('wording/')) return null;
  const pack = textPackOf(value);
  return pack === null ? text.t('meeting:wording.ownWords') : wordingMark(text, pack);
}
