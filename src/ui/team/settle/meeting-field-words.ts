import type { OpenCentre } from '#app/team/team-app.ts';
import type { Translator } from '#i18n/translator.ts';

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
