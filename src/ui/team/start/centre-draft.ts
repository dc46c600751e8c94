import type { ServiceId } from '#instruments/form.ts';

/** What has been written in the form for a new centre. */
export interface CentreDraft {
  readonly name: string;
  readonly services: readonly ServiceId[];
  readonly responsibleName: string;
  readonly responsibleContact: string;
  readonly deviceName: string;
}

/** The fields that still are empty, in the form's order. */
export function missingIn(draft: CentreDraft): readonly (keyof CentreDraft)[] {
  const order = [
    'name',
    'services',
    'responsibleName',
    'responsibleContact',
    'deviceName',
  ] as const;
  return order.filter((field) => {
    const value = draft[field];
    return typeof value === 'string' ? value.trim() === '' : value.length === 0;
  });
}
