import { countedItemsOf, type FormId, type ScaleItem, type ServiceId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { centreView } from './centre-view.ts';
import type { Ledger } from './ledger.ts';

/** Whether an item concerns a centre: a statement about a service that the centre lacks does not. */
export function isApplicable(services: readonly ServiceId[], { service }: ScaleItem): boolean {
  return service === undefined || services.includes(service);
}

/**
 * The counted items of a form that concern this centre, in form order. The profile of today decides for
 * every year, so that a year is always compared with another over the same statements.
 */
export function applicableItems(ledger: Ledger, form: FormId): readonly ScaleItem[] {
  const { services } = centreView(ledger);
  return countedItemsOf(currentForm(form)).filter((item) => isApplicable(services, item));
}
