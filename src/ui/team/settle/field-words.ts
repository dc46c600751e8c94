import { fieldSubjectOf, type FieldSubject } from '#app/team/field-subject.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { itemsOf, type FormId, type ScaleId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import type { ContestedField } from '#projections/views.ts';
import type { Translator } from '#i18n/translator.ts';
import { custodyFieldWords, custodyValueWords } from './custody-field-words.ts';
import { isPlanField, meetingFieldWords, meetingValueWords } from './meeting-field-words.ts';
import { questionFieldWords, questionValueWords } from './question-field-words.ts';
import { serviceIds } from '#ui/team/session/service-ids.ts';

type Value = ContestedField['choices'][number]['value'];
type Centre = Pick<OpenCentre, 'rounds' | 'goals' | 'years' | 'fieldValue'>;

function isRecord(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFormId(id: string): id is FormId {
  return id === 'reflection' || id === 'parents' || id === 'children';
}

function goalTitle(centre: Centre, goal: string): string {
  const title = centre.fieldValue(`goals/${goal}/title`);
  return typeof title === 'string' && title !== '' ? title : '…';
}

/** What a contested field is about, as a heading. */
export function fieldWords(path: string, text: Translator, centre: Centre): string {
  const { t } = text;
  const ofCustody = custodyFieldWords(path, text, centre);
  if (ofCustody !== null) return ofCustody;
  const ofMeeting = meetingFieldWords(path, text, centre);
  if (ofMeeting !== null) return ofMeeting;
  const ofQuestions = questionFieldWords(path, text, centre);
  if (ofQuestions !== null) return ofQuestions;
  const subject = fieldSubjectOf(path);
  switch (subject.kind) {
    case 'centreName':
    case 'centreResponsible':
    case 'centreServices':
    case 'deviceName':
    case 'deviceKeeper':
    case 'kitCopies':
    case 'posterLanguages':
      return t(`settle.path.${subject.kind}`);
    case 'roundOpens':
    case 'roundCloses':
    case 'roundFamilies': {
      const round = centre.rounds.value.find((each) => each.id === subject.round);
      if (round === undefined) return t('settle.path.other', { path });
      const form = t(`forms.${round.form}`);
      return t(`settle.path.${subject.kind}`, { form, year: round.year });
    }
    case 'positionMark':
    case 'positionComment':
    case 'positionReservation': {
      const item = text.form('reflection').heading(subject.item);
      return t(`settle.path.${subject.kind}`, { year: subject.year, item });
    }
    case 'history': {
      const { form, item, year } = subject;
      const heading = isFormId(form) ? text.form(form).heading(item) : item;
      return t('settle.path.history', { year, item: heading });
    }
    case 'historyAnswered':
      return t('settle.path.historyAnswered', { year: subject.year });
    case 'goal':
      return t('settle.path.goal', {
        title: goalTitle(centre, subject.goal),
        field: isPlanField(subject.field) ? subject.field : t(`settle.goalField.${subject.field}`),
      });
    case 'other':
      return t('settle.path.other', { path });
  }
}

function scaleOf(form: FormId, id: string): ScaleId | undefined {
  const item = itemsOf(currentForm(form)).find((each) => each.id === id);
  return item?.kind === 'scale' ? item.scale : undefined;
}

function markWords(form: FormId, item: string, mark: string | number, text: Translator): string {
  const scale = scaleOf(form, item);
  const id = /^\d+$/.test(String(mark)) ? Number(mark) : mark;
  if (scale === undefined) return String(mark);
  const words = text.form(form).mark(scale, id);
  // Middle stops have no words of their own, only their place.
  return words === '' ? String(mark) : words;
}

function plainWords(value: Value, { t, formats }: Translator): string {
  if (value === null || value === '') return t('settle.empty');
  if (typeof value === 'boolean') return value ? t('settle.yes') : t('settle.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.day(value) : value;
  }
  if (Array.isArray(value)) return formats.list(value.map(String));
  return Object.values(value).map(String).join(', ');
}

function listWords(value: Value, subject: FieldSubject, text: Translator): string | null {
  if (!Array.isArray(value)) return null;
  if (subject.kind === 'centreServices') {
    const names = serviceIds
      .filter((id) => value.includes(id))
      .map((id) => text.t(`services.${id}`));
    return names.length === 0 ? text.t('settle.empty') : text.formats.list(names);
  }
  if (subject.kind === 'goal' && subject.field === 'evidence') {
    return text.t('settle.items', { count: value.length });
  }
  return null;
}

/** One of the values of a contested field, in words that can be compared. */
export function valueWords(path: string, value: Value, text: Translator): string {
  const subject = fieldSubjectOf(path);
  const ofCustody = custodyValueWords(path, value, text);
  if (ofCustody !== null) return ofCustody;
  const ofQuestions = questionValueWords(path, value, text);
  if (ofQuestions !== null) return ofQuestions;
  const ofMeeting = meetingValueWords(path, value, text);
  if (ofMeeting !== null) return ofMeeting;
  const list = listWords(value, subject, text);
  if (list !== null) return list;
  if (subject.kind === 'positionMark' && (typeof value === 'string' || typeof value === 'number')) {
    return markWords('reflection', subject.item, value, text);
  }
  if (subject.kind === 'history' && isRecord(value)) {
    const { form } = subject;
    if (isFormId(form)) {
      return Object.entries(value)
        .map(([mark, count]) =>
          text.t('settle.counts', {
            label: markWords(form, subject.item, mark, text),
            count: Number(count),
          }),
        )
        .join(', ');
    }
  }
  if (subject.kind === 'centreResponsible' && isRecord(value)) {
    // The fields' own order is the alphabet's: a person reads the name first.
    return [value['name'] ?? '', value['contact'] ?? '']
      .map((part) => plainWords(part, text))
      .join(', ');
  }
  return plainWords(value, text);
}
