import type { ServiceId } from '#instruments/form.ts';

/** The four services in the order in which they are shown. */
export const serviceIds: readonly ServiceId[] = [
  'midwifery',
  'childHealth',
  'openPreschool',
  'socialServices',
];
